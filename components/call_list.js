// What was asked of the model: sums by month and purpose, then every call.

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const month = new Intl.DateTimeFormat(undefined, { month: "long", year: "numeric" });

export default {
  template: `
    <p v-if="!calls.length" class="cv-lead">Nothing was asked yet.</p>
    <div v-else class="cv-calls">
      <table class="cv-plain-table">
        <caption>By month and purpose</caption>
        <thead><tr><th scope="col">Month</th><th scope="col">For</th>
          <th scope="col" class="is-number">Calls</th>
          <th scope="col" class="is-number">Cost</th></tr></thead>
        <tbody>
          <tr v-for="sum in sums" :key="sum.month + sum.purpose">
            <td>{{ named(sum.month) }}</td><td>{{ sum.purpose }}</td>
            <td class="is-number">{{ sum.count }}</td><td class="is-number">{{ sum.cost }}</td>
          </tr>
        </tbody>
      </table>
      <details>
        <summary>Every call</summary>
        <table class="cv-plain-table">
          <thead><tr><th scope="col">When</th><th scope="col">For</th><th scope="col" class="is-aside">Model</th>
            <th scope="col" class="is-number">Tokens</th>
            <th scope="col" class="is-number">Cost</th></tr></thead>
          <tbody>
            <tr v-for="call in calls" :key="call.id">
              <td>{{ when(call.at) }}</td><td>{{ call.purpose }}</td><td class="is-aside">{{ call.model }}</td>
              <td class="is-number">{{ call.exact ? "" : "about " }}{{ call.tokens.toLocaleString() }}</td>
              <td class="is-number">{{ call.cost }}</td>
            </tr>
          </tbody>
        </table>
        <p v-if="more">and {{ more.toLocaleString() }} older ones</p>
      </details>
    </div>`,
  props: {
    sums: { type: Array, default: () => [] },
    calls: { type: Array, default: () => [] },
    more: { type: Number, default: 0 },
  },
  methods: {
    when: (text) => moment.format(new Date(text)),
    named: (text) => month.format(new Date(`${text}-15T12:00:00`)),
  },
};
