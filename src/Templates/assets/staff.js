// Optional comfort on the staff side: every page works without this file.
(function () {
  "use strict";
  // The import's own rules beside each field while one types: the form is checked as the button would do it, and only what is said of the fields is taken over.
  function live(form) {
    var timer = 0, asked = 0, busy = false;
    function check() {
      if (busy) { timer = setTimeout(check, 300); return; }
      busy = true;
      var mine = ++asked, data = new URLSearchParams(new FormData(form));
      data.set("do", "check");
      data.delete("pasted");
      fetch(form.action, { method: "POST", body: data, credentials: "same-origin" }).then(function (answer) {
        if (answer.status !== 200 && answer.status !== 422) throw new Error("no answer");
        return answer.text();
      }).then(function (text) {
        if (mine === asked) take(new DOMParser().parseFromString(text, "text/html"));
      }).catch(function () { /* offline or signed out: the button says so */ }).then(function () { busy = false; });
    }
    function take(page) {
      form.querySelectorAll("[data-touched]").forEach(function (input) {
        var field = input.closest(".st-field"), other = page.getElementById(input.id);
        if (!field || !other) return;
        field.querySelectorAll(".st-error,.st-warn").forEach(function (old) { old.remove(); });
        field.classList.remove("st-wrong", "st-care");
        other = other.closest(".st-field");
        other.querySelectorAll(".st-error,.st-warn").forEach(function (said) { field.insertBefore(document.importNode(said, true), input); });
        ["st-wrong", "st-care"].forEach(function (tone) { if (other.classList.contains(tone)) field.classList.add(tone); });
        ["aria-describedby", "aria-invalid"].forEach(function (name) {
          var value = other.querySelector("#" + CSS.escape(input.id)).getAttribute(name);
          if (value === null) input.removeAttribute(name); else input.setAttribute(name, value);
        });
      });
    }
    form.addEventListener("change", function (event) {
      if (!event.target.id || event.target.name === "pasted") return;
      event.target.setAttribute("data-touched", "");
      clearTimeout(timer);
      timer = setTimeout(check, 250);
    });
  }
  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("form[data-live]").forEach(live);
    if (document.querySelector("[data-refresh]")) setTimeout(function () { location.reload(); }, 2000);
  });
})();
