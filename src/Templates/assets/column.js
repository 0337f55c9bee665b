// Optional comfort: every page works without this file.
(function () {
  "use strict";
  var root = document.documentElement, key = "sgs-type";
  function stored() { try { return localStorage.getItem(key); } catch (e) { return null; } }
  function store(value) { try { localStorage.setItem(key, value); } catch (e) { /* private mode: the link still works */ } }
  if (root.classList.contains("sgs-large")) store("large");
  else if (stored() === "large") root.classList.add("sgs-large");
  root.classList.add("sgs-script");
  document.addEventListener("DOMContentLoaded", function () {
    var type = document.querySelector(".sgs-type");
    function label() { type.textContent = root.classList.contains("sgs-large") ? "标准字号" : "大字版"; }
    if (type) {
      label();
      type.addEventListener("click", function (event) {
        if (location.search.indexOf("type=large") >= 0) { store("normal"); return; }
        event.preventDefault();
        store(root.classList.toggle("sgs-large") ? "large" : "normal");
        label();
      });
    }
    document.addEventListener("click", function (event) {
      var action = event.target.getAttribute && event.target.getAttribute("data-sgs");
      if (action === "print") window.print();
      if (action === "copy" && navigator.clipboard) {
        event.preventDefault();
        navigator.clipboard.writeText(event.target.href).then(function () { event.target.textContent = "已复制链接"; });
      }
    });
    var copy = document.querySelector("[data-sgs=copy]");
    if (copy && navigator.clipboard) copy.textContent = "复制链接";
  });
})();
