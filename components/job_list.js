// The job list, by the name under which all its modules are served as one.
export { default } from "careervault-job-list";
