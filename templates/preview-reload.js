"use strict";
// Asks now and then whether the files have changed, and loads the page anew when they have.
(() => {
  const seen = document.currentScript.dataset.version;
  const place = `preview ${location.pathname}`;
  const opened = sessionStorage.getItem(place);
  if (opened !== null) {
    const { top, details } = JSON.parse(opened);
    document.querySelectorAll("details").forEach((element, at) => { element.open = details.includes(at); });
    scrollTo(0, top);
  }

  const keepPlace = () => {
    const details = Array.from(document.querySelectorAll("details")).flatMap((element, at) => element.open ? [at] : []);
    sessionStorage.setItem(place, JSON.stringify({ top: scrollY, details }));
  };

  // Whoever has followed a link is on the way elsewhere: to load this page anew would call them back.
  let isLeaving = false;
  addEventListener("beforeunload", () => { isLeaving = true; });

  const ask = async () => {
    try {
      const answer = await fetch("/version", { cache: "no-store" });
      if (isLeaving) return;
      if (answer.ok && await answer.text() !== seen) {
        keepPlace();
        location.reload();
        return;
      }
    } catch {
      // The preview was ended; should it be started again, the page goes on.
    }
    setTimeout(ask, 500);
  };
  setTimeout(ask, 500);
})();
