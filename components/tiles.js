// A row of numbers with their names.

export default {
  template: `
    <dl class="cv-tiles">
      <div v-for="[name, number] in tiles" :key="name" class="cv-tile">
        <dt class="cv-tile__label">{{ name }}</dt><dd class="cv-tile__number">{{ number.toLocaleString() }}</dd>
      </div>
    </dl>`,
  props: { tiles: Array },
};
