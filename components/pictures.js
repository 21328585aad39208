// The pictures of a search, by the name under which their modules are served.
export { default } from "careervault-pictures/wall.js";
