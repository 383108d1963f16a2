// What became of a form that was sent, for drafts.js. Another page than the form's own, or than the
// sign-in, means that it was stored, and its draft is done with. Its own address again, be it the form or
// a page that tells of an outage, means that it was not.
(function () {
  "use strict";

  const here = window.location;
  const change = (path, act) => {
    try {
      const draft = JSON.parse(window.sessionStorage.getItem(`draft:${path}`));
      if (draft && draft.sent) act(`draft:${path}`, draft);
    } catch {
      // No storage, no drafts.
    }
  };
  const unsend = (key, draft) => window.sessionStorage.setItem(key, JSON.stringify({ ...draft, sent: false }));

  const came = document.referrer ? new URL(document.referrer) : here;
  if (came.origin === here.origin && came.pathname !== here.pathname && here.pathname !== "/login/") {
    change(came.pathname, (key) => window.sessionStorage.removeItem(key));
  }
  window.addEventListener("pageshow", () => change(here.pathname, unsend));
})();
