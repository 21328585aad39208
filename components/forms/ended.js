// The way out of a page whose session has ended.

/** Leave for the sign-in page, which leads back here; wait for ever, so that nothing else is done. */
export function signInAgain() {
  const prefix = window.path_prefix ?? "";
  // By its path alone: what somebody searches for belongs in no other address.
  const place = location.pathname.slice(prefix.length);
  location.assign(`${prefix}/sign-in?ended&next=${encodeURIComponent(place)}`);
  return new Promise(() => {});
}
