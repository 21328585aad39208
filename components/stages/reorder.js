// Bringing a stage to another place: a step by its buttons, or dragged by its grip.

export default {
  data: () => ({ lifted: null, standing: [] }),
  computed: {
    /** The rows as they stand in the page. While one is dragged they only change places by style:
     * a grip that is moved in the page itself would let go of the pointer. */
    drawn() {
      return this.lifted ? this.standing : this.shown;
    },
  },
  methods: {
    async move(stage, step) {
      const index = this.shown.indexOf(stage);
      const order = this.shown.slice();
      order.splice(index + step, 0, ...order.splice(index, 1));
      this.say(stage, order);
      const sent = this.send([...order, ...this.archived], stage.id);
      this.$nextTick(() => this.focusOn(stage, step < 0 ? "up" : "down"));
      await sent;
    },
    lift(press, stage) {
      if (press.button !== 0) return;
      press.preventDefault();
      const grip = press.target;
      const before = this.every;
      this.standing = this.shown;
      this.lifted = stage.id;
      grip.setPointerCapture(press.pointerId);
      const follow = (event) => this.place(stage.id, event.clientY);
      const stop = () => {
        grip.removeEventListener("pointermove", follow);
        for (const name of ["pointerup", "pointercancel"]) grip.removeEventListener(name, drop);
        window.removeEventListener("keydown", escape, true);
        this.lifted = null;
      };
      const drop = (event) => {
        stop();
        if (event.type === "pointercancel") this.every = before;
        else if (this.every !== before) {
          this.say(stage, this.shown);
          this.send(this.every, stage.id);
        }
      };
      const escape = (event) => {
        if (event.key !== "Escape") return;
        stop();
        this.every = before;
      };
      grip.addEventListener("pointermove", follow);
      for (const name of ["pointerup", "pointercancel"]) grip.addEventListener(name, drop);
      window.addEventListener("keydown", escape, true);
    },
    /** Put the lifted stage where the pointer is, among the rows it is above or below. */
    place(id, y) {
      const others = this.shown.filter((stage) => stage.id !== id);
      const above = others.filter((stage) => {
        const { top, height } = this.$refs.rows.querySelector(`[data-stage="${stage.id}"]`).getBoundingClientRect();
        return top + height / 2 < y;
      });
      const stage = this.shown.find((each) => each.id === id);
      others.splice(above.length, 0, stage);
      if (others.some((each, index) => each !== this.shown[index])) this.every = [...others, ...this.archived];
    },
    say(stage, order) {
      this.said = `${stage.name} is now ${order.indexOf(stage) + 1} of ${order.length}.`;
    },
    // A row that was moved in the page has lost the focus.
    focusOn(stage, doing) {
      this.$el.querySelector(`[data-stage="${stage.id}"] [data-doing=${doing}]`)?.focus();
    },
  },
};
