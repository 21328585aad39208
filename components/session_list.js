// The browsers in which one is signed in, and the ways out.

import asking from "careervault-forms/asking.js";

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
// How often the server writes down that a session was seen.
const RECENT = 65 * 60 * 1000;

export default {
  mixins: [asking],
  template: `
    <div class="cv-form">
      <ul class="cv-rows">
        <li v-for="session in sessions" :key="session.handle">
          <div><strong>{{ session.words }}</strong>
            <small>{{ session.here ? "Since " + moment(session.opened) : when(session.seen) }}</small></div>
          <span v-if="session.here" class="cv-status cv-green">This browser</span>
          <button v-else class="cv-button" type="button" :disabled="!!busy"
            :aria-label="'Sign out ' + session.words" @click="ask('end', { handle: session.handle })">Sign out</button>
        </li>
      </ul>
      <p v-if="problem" class="cv-error" role="alert">{{ problem }}</p>
      <div class="cv-actions">
        <form method="post" action="/sign-out" @submit="leave"><button class="cv-button">Sign out</button></form>
        <button class="cv-button is-danger" type="button" :disabled="!!busy" @click="ask('end_all')">
          Sign out everywhere</button>
      </div>
    </div>`,
  props: { sessions: { type: Array, default: () => [] } },
  emits: ["end", "end_all"],
  methods: {
    leave() {
      // What was typed and not sent is for nobody who signs in here next.
      sessionStorage.clear();
      // With the session its pages are sent to the sign-in; this one is on its way there already.
      window.socket.disconnect();
    },
    moment: (text) => moment.format(new Date(text)),
    when(text) {
      const seen = new Date(text);
      return Date.now() - seen < RECENT ? "Seen within the last hour" : `Last seen ${moment.format(seen)}`;
    },
  },
};
