// The pictures of a search, by the name under which all their modules are served as one.
export { default } from "careervault-pictures";
