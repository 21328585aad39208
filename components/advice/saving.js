// Saving a file that was made for sending, and what its maker found when reading it again.

/** Save the file at an address; return what a program that reads it misses, in words. */
export async function save(address) {
  const answer = await fetch(`${window.path_prefix ?? ""}${address}`);
  if (answer.redirected) location.reload(); // the session ended: the page leads to the sign-in
  if (!answer.ok) throw new Error((await answer.json().catch(() => null))?.message ?? "The file could not be made.");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = nameOf(answer) ?? "file";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return JSON.parse(decodeURIComponent(answer.headers.get("x-careervault-proof") ?? "[]"));
}

function nameOf(answer) {
  const found = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("content-disposition") ?? "");
  return found && decodeURIComponent(found[1]);
}
