// The resumes, each with what its current version is and where it went; below, the trash.

const day = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });

export default {
  template: `
    <div class="cv-resumes">
      <ul v-if="resumes.length" class="cv-rows" aria-label="Your resumes">
        <li v-for="resume in resumes" :key="resume.id" class="cv-resume">
          <svg class="cv-icon cv-resume__kind" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.document" /></svg>
          <div>
            <a class="cv-resume__name" :href="'/resumes/' + resume.id" dir="auto">{{ resume.name }}</a>
            <small>{{ facts(resume) }}</small>
          </div>
          <span v-for="mark in resume.marks" :key="mark" class="cv-status cv-amber"><svg class="cv-icon" viewBox="0 0 24 24"
            aria-hidden="true"><path :d="icons.warning" /></svg><span>{{ mark }}</span></span>
          <span class="cv-resume__sent" :class="{ 'is-none': !resume.sent }">{{ sent(resume.sent) }}</span>
          <time :datetime="resume.updated" class="cv-resume__when">{{ when(resume.updated) }}</time>
          <button class="cv-button is-icon" type="button" title="Put in the trash"
            :aria-label="'Put ' + resume.name + ' in the trash'" @click="$emit('trash', resume.id)">
            <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.trash" /></svg></button>
        </li>
      </ul>
      <details v-if="trashed.length" class="cv-resume-trash">
        <summary>In the trash: {{ trashed.length }}</summary>
        <ul class="cv-plain-list">
          <li v-for="resume in trashed" :key="resume.id">
            <a :href="'/resumes/' + resume.id" class="cv-link" dir="auto">{{ resume.name }}</a>
            <small>{{ when(resume.at) }}</small>
            <button class="cv-button" type="button" :aria-label="'Restore ' + resume.name"
              @click="$emit('restore', resume.id)">Restore</button>
            <button class="cv-button is-danger" type="button" :aria-label="'Delete ' + resume.name + ' for good'"
              @click="$emit('erase', resume.id)">Delete for good</button>
          </li>
        </ul>
      </details>
    </div>`,
  props: {
    resumes: { type: Array, default: () => [] },
    trashed: { type: Array, default: () => [] },
    icons: Object,
  },
  emits: ["trash", "restore", "erase"],
  methods: {
    facts: ({ version, paper }) => [version, paper].filter(Boolean).join(" · "),
    sent: (count) => (count ? `Linked to ${count.toLocaleString()} ${count === 1 ? "job" : "jobs"}` : "Not linked yet"),
    when: (text) => (text ? day.format(new Date(text)) : ""),
  },
};
