// One statement: its texts, then the pieces of resume and posting that it rests on.

import { highlight } from "careervault-papers/paper.js";

import CvSaid from "careervault-advice/said.js";
import { HEADS, SOURCES, textsOf } from "careervault-advice/shape.js";

export default {
  name: "CvStatement",
  components: { CvSaid },
  template: `
    <li class="cv-statement" :class="'is-' + statement.part">
      <cv-said v-for="text in plain" :key="text.name" :class="{ 'is-head': isHead(text.name) }" :pieces="text.pieces" />
      <dl v-if="labelled.length">
        <template v-for="text in labelled" :key="text.name"><dt>{{ text.label }}</dt><dd><cv-said :pieces="text.pieces" /></dd></template>
      </dl>
      <component :is="folds ? 'details' : 'div'" v-if="quotes.length" class="cv-sources">
        <summary v-if="folds">Rests on {{ quotes.length === 1 ? "1 line" : quotes.length + " lines" }}</summary>
        <ul aria-label="It rests on">
          <li v-for="(quote, index) in quotes" :key="index">
            <button v-if="quote.source === 'resume' && paper" class="cv-quote" type="button" @click="point(quote)"><small>{{
              sources[quote.source] }}</small> <q dir="auto">{{ quote.text }}</q></button>
            <p v-else class="cv-quote"><small>{{ sources[quote.source] }}</small> <q dir="auto">{{ quote.text }}</q></p>
          </li>
        </ul>
      </component>
    </li>`,
  props: { statement: Object, paper: String },
  created() {
    this.sources = SOURCES;
    const texts = textsOf(this.statement);
    this.plain = texts.filter((text) => !text.label);
    this.labelled = texts.filter((text) => text.label);
    // A letter is read as a whole: what it rests on waits to be asked for.
    this.folds = this.statement.part === "paragraphs";
    this.quotes = [...this.statement.quotes].sort((one, other) => one.source.localeCompare(other.source));
  },
  methods: {
    isHead: (name) => HEADS.has(name),
    point({ lines: [first, last] }) {
      highlight(this.paper, Array.from({ length: last - first + 1 }, (_, step) => first + step));
    },
  },
};
