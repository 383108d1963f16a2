// Tells the server the browser's time zone, once; a choice on the page of preferences stands.
(function () {
  "use strict";

  if (document.cookie.split("; ").some((cookie) => cookie.startsWith("zone="))) return;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone) return;
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `zone=${zone}; path=/; max-age=31536000; samesite=lax${secure}`;
})();
