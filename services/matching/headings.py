"""What the headings of a posting open."""

import re
from enum import Enum


class Scope(Enum):
    """What the lines under a heading are about."""

    MUST = "must"
    PLAIN = "plain"
    NICE = "nice"
    INTRO = "intro"
    SILENT = "silent"
    """The employer, the benefits, the law: nothing here is asked of anybody."""


def opened(line: str) -> tuple[Scope, int] | None:
    """Return what a heading opens, and where in its own line the contents begin; None if it is no
    heading."""
    match = _LABEL.match(line)
    if not match:
        return None
    words = re.sub(r"[\s_*–-]+", " ", match["name"].lower().replace("’", "'")).strip()
    if len(words.split()) > 8:
        return None
    if aside := _ASIDE.fullmatch(words):
        is_named = any(names.fullmatch(aside[1]) for names in _NAMES.values())
        scope = Scope.NICE if aside["nice"] else Scope.MUST
        return (scope, match.end()) if is_named else None
    for scope, names in _NAMES.items():
        if names.fullmatch(words):
            return scope, match.end()
    is_unknown = match.end() == len(line) and (
        line.startswith(("#", "**")) or (line.isupper() and line[0].isalpha())
    )
    return (Scope.INTRO, match.end()) if is_unknown else None


_LABEL = re.compile(
    r"[^\w\n(\"“@$£€+]*(?P<name>[^\W\d_][^:.!?]{1,60}?)\s*+(?:[^\w.:,;)]*$|:[\s*_]*)"
)
_ASIDE = re.compile(
    r"(.{2,40}?) ?\((?:essential|required|must haves?|mandatory"
    r"|(?P<nice>desirable|preferred|nice to have|optional))\)?"
)
"""Says how much is wanted: of all below "Skills (required)", of itself in "SQL (required)"."""
_MORE = (
    r"(?: ?(?:and|&|/|,|required|requirements?|needed|specification|summary|level|set|overview"
    r"|we|you|that|profile|include|of the (?:role|job|position))\b.{0,40})?"
)
_NAMES = {
    Scope.SILENT: re.compile(
        r"about (?!you\b|yourself|the (?:role|job|position|opportunity|candidate)|this).{2,40}"
        r"|who we are.*|why .*|what we (?:offer|do|provide|can).*|what(?:'s| is) in it for you"
        r"|what you(?:'ll| will)? get.*|(?:we|in return|.{0,20}offers?)(?: we)?(?: can)?"
        r" (?:offer|you).*"
        r"|our (?:company|story|mission|vision|values|culture|team|offer|benefits|commitment"
        r"|clients?|people|purpose|organi[sz]ation).*"
        r"|(?:\w+ ){0,3}(?:benefits|perks|rewards)\b.*"
        r"|(?:\w+ )?(?:compensation|salary|pay|package|remuneration|wages?)(?: .*)?"
        r"|.*\b(?:equal|diversity|inclusion|eeo|eoe|accommodations?)\b.*"
        r"|(?:how to |to )?apply(?: .*)?|application.*|(?:interview|hiring|recruitment|selection)"
        r" process.*|(?:work )?locations?|(?:working )?hours|(?:work )?schedule|shifts?"
        r"|contract(?: type)?|privacy.*|disclaimer|legal.*|company (?:overview|description|profile)"
        r"|additional information|physical (?:demands|requirements)|work(?:ing)? (?:environment"
        r"|conditions)|reports? to|reporting to|closing date|department|the company|the team"
        r"|job types?|employment type|start date|company|employer|industr(?:y|ies)|job function"
        r"|seniority level|certificate of sponsorship|uk registration|disclosure and barring.*"
        r"|nationality requirements?|rehabilitation of offenders.*|behaviours"
        r"|life (?:at|with) .*|meet the team|show (?:more|less)|see (?:more|less)|perks?"
        r"|(?:wir|das) bieten.*|was wir (?:dir |ihnen )?bieten|unser angebot|deine vorteile"
        r"|ihre vorteile|über uns|ueber uns|benefits|wer wir sind|kontakt|avantages|à propos.*"
        r"|nous offrons|ce que nous offrons|qui sommes nous|l'entreprise|ofrecemos|sobre nosotros"
        r"|qué ofrecemos|beneficios"
        r"|(?:cosa |noi |si )?offr(?:iamo|e)(?: .*)?|l'offerta|chi siamo|l'azienda|sede di lavoro"
        r"|(?:o que )?(?:nós )?oferecemos(?: .*)?|(?:os )?benefícios|sobre (?:nós|a empresa)"
        r"|quem somos|local de trabalho|(?:wat )?wij bieden(?: .*)?|dit bieden wij(?: .*)?"
        r"|wat bieden wij(?: .*)?|ons aanbod|(?:over ons|wie zijn wij)|arbeidsvoorwaarden"
        r"|(?:co )?oferujemy(?: .*)?|to oferujemy|o nas|o firmie|benefity"
    ),
    Scope.NICE: re.compile(
        r"(?:nice to haves?|preferred|desirables?|desired|bonus(?:es)?|extra|advantageous"
        r"|good to have|pluses|a plus|ideally|brownie points|preferably|optional|advantages?)"
        r"(?: .{0,40})?"
        r"|(?:it(?:'s| is| would be)|what would be) .*(?:plus|bonus|great|nice|advantage|good).*"
        r"|(?:(?:it )?(?:would|might|could) be (?:great|nice|good|awesome|cool|helpful|useful)"
        r"|(?:even"
        r"|it's even) better|you(?:'ll| will)? (?:stand out|get extra points|impress us))"
        r"(?: if)?(?: you)?(?: also)?(?: had| have| to have| can| are)?"
        r"|(?:von vorteil|wünschenswert|pluspunkte|nice to have|souhaité|apprécié|les plus|atouts"
        r"|se valorar[áa]|deseable|titoli? preferenziali?|gradit[oaie]|requisiti preferenziali"
        r"|diferencia(?:l|is)|desejáve(?:l|is)|requisitos desejáveis|pluspunten|pré|mooi meegenomen"
        r"|mile widziane|dodatkow\w+ atut\w*)(?: .*)?"
    ),
    Scope.MUST: re.compile(
        r"(?:(?:the|our|key|job|minimum|basic|core|absolute|technical|general|role|position|your"
        r"|candidate|entry) )*(?:requirements?|must haves?|essentials?|required|mandatory)"
        + _MORE
        + r"|what you(?:'ll| will)? need.*|you(?:'ll| will)? (?:must|need)(?: to)?(?: have)?"
        r"|what we (?:need|require).*"
        r"|(?:essential|required|mandatory|minimum|basic) (?:criteria|skills?|qualifications?"
        r"|experience|knowledge|education|requirements?|competenc(?:ies|es)|licen[cs]es?"
        r"|certifications?)"
        + _MORE
        + r"|(?:skills|experience|qualifications|criteria) (?:required|needed)"
        r"|requisit[oi]s?(?: (?:richiesti|obbligatori|minimi|necessari|obrigatórios|mínimos"
        r"|essenciais|indispensables))?|functie.?eisen|eisen"
        r"|(?:wat )?(?:wij )?(?:vragen|verwachten)(?: (?:wij|we)(?: van jou)?)?|dit vragen wij"
        r"|(?:nasze )?wymagania|wymagane|niezbędne"
        r"|anforderungen|deine qualifikationen?|ihre qualifikationen?"
    ),
    Scope.PLAIN: re.compile(
        r"(?:(?:your|the|key|core|professional|ideal|technical|main|job|primary|principal|daily"
        r"|successful|education|work|essential|other|specific|clinical|educational|language"
        r"|special|personal) )*"
        r"(?:qualifications?|skills?|experience|profile|background|competenc(?:ies|es)|education"
        r"|knowledge|abilities|attributes|candidate|licen[cs]es?|certifications?|languages?"
        r"|responsibilit(?:y|ies)|duties|role|tasks?|job|position|mission|accountabilities"
        r"|functions|tools|technologies|stack|person|strengths|training|credentials)"
        + _MORE
        + r"|(?:what|how) you(?:'ll| will| would| can)? (?:bring|have|do|be|work on|own|make|spend"
        r"|offer|already).*|you (?:might|may|could|would)(?: \w+){1,5} if(?: you.*)?"
        r"|what we(?:'re| are)? (?:look|seek|want|expect|value).*|who you are|who (?:we|you)(?:'re"
        r"| are|'ll be) .*|about you(?:rself)?|about (?:the|this) (?:role|job|position|opportunity"
        r"|candidate)|you(?:'ll| will)?(?: have| are| bring)?|person specification"
        r"|we(?:'re| are) looking for.*|to (?:succeed|be successful).*|is this you"
        r"|(?:tech(?:nology)?|our|our tech) stack|tools and technologies|a day in .*"
        r"|(?:(?:the )?(?:successful |ideal |right |suitable )?(?:candidate|applicant|person)s?"
        r"|you)"
        r"(?: (?:will|should|must|would))?(?: (?:have|be|be able to|possess|demonstrate"
        r"|also))*(?: the"
        r" following)?"
        r"|(?:your |the |main )?(?:duties|tasks|role|job|responsibilities) (?:will )?includes?"
        r"|(?:dein|ihr|unser|das)?e? ?(?:profil|aufgaben|aufgabengebiet|erwartungen|qualifikation)"
        r"|(?:was|das) (?:du|sie) (?:mitbring|biete|mach|erwart).*|das bringst du mit"
        r"|das solltest du mitbringen|das erwartet dich|(?:vos |les |tes |votre )?missions?"
        r"|(?:le |votre |ton )?profil(?: recherché)?|compétences(?: .*)?|responsabilidades"
        r"|funciones|perfil|tu perfil|description du poste"
        r"|(?:principali |le tue )?(?:mansioni|attività|responsabilità)|(?:il tuo )?profilo"
        r"(?: ricercato)?|cosa farai|(?:principais )?(?:atividades|responsabilidades|atribuições)"
        r"|descrição da vaga|o que você vai fazer|perfil do candidato|(?:jouw )?(?:taken|profiel)"
        r"|werkzaamheden|functieomschrijving|wat ga je doen|wie ben jij|jij bent|jij hebt"
        r"|(?:zakres |twoje )?(?:obowiązk(?:i|ów)|zadania)|profil kandydata|opis stanowiska"
        r"|(?:role|position|job) (?:overview|summary|purpose|description)|in this role.*"
        r"|day to day.*|overview|purpose|what the job involves|what(?:'s| is) involved"
    ),
}
