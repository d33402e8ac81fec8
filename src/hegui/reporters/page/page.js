
"use strict";
(function () {
  var $ = function (id) { return document.getElementById(id); };
  var all = function (what, where) { return Array.prototype.slice.call((where || document).querySelectorAll(what)); };

  // Theme: as the system has it, until the reader chooses.
  var root = document.documentElement, theme = $("theme");
  var dark = function () {
    return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  };
  var tell = function () { theme.textContent = dark() ? "浅色" : "深色"; };
  theme.hidden = false;
  theme.addEventListener("click", function () { root.dataset.theme = dark() ? "light" : "dark"; tell(); });
  tell();
  $("print").hidden = false;
  $("print").addEventListener("click", function () { print(); });

  // The basis of a rule, on hover and on focus; Escape puts it away.
  var tip = $("tip"), owner = null, timer = 0;
  var hide = function () {
    clearTimeout(timer);
    if (owner) owner.removeAttribute("aria-describedby");
    owner = null;
    tip.hidden = true;
  };
  var show = function (link) {
    var rule = $(link.getAttribute("href").slice(1));
    if (!rule) return;
    hide();
    owner = link;
    tip.textContent = Array.prototype.map.call(rule.children, function (line) { return line.textContent; }).join("：");
    tip.hidden = false;
    link.setAttribute("aria-describedby", "tip");
    var at = link.getBoundingClientRect(), room = root.clientWidth - tip.offsetWidth - 8;
    var below = at.bottom + 6 + tip.offsetHeight <= root.clientHeight || at.top < tip.offsetHeight + 6;
    tip.style.left = Math.max(8, Math.min(at.left, room)) + scrollX + "px";
    tip.style.top = (below ? at.bottom + 6 : at.top - tip.offsetHeight - 6) + scrollY + "px";
  };
  var link = function (event) { return event.target.closest ? event.target.closest("a.c") : null; };
  var number = function (item) {
    for (var steps = 0; item; item = item.previousElementSibling, steps += 1) if (item.value) return item.value + steps;
    return 0;
  };
  var point = function (item, on) {
    var row = item.closest(".row");
    if (!row) return;
    all("sup", row).forEach(function (sup) {
      if (+sup.textContent === number(item)) sup.parentNode.classList.toggle("on", on);
    });
  };
  ["mouseover", "focusin"].forEach(function (kind) {
    document.addEventListener(kind, function (event) {
      if (tip.contains(event.target)) clearTimeout(timer);
      if (link(event)) show(link(event));
      var item = event.target.closest && event.target.closest(".row li");
      if (item) point(item, true);
    });
  });
  ["mouseout", "focusout"].forEach(function (kind) {
    document.addEventListener(kind, function (event) {
      if (link(event) || tip.contains(event.target)) timer = setTimeout(hide, kind === "mouseout" ? 250 : 0);
      var item = event.target.closest && event.target.closest(".row li");
      if (item) point(item, false);
    });
  });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") hide(); });

  // A link to a report opens it.
  var reveal = function () {
    var target = location.hash && $(decodeURIComponent(location.hash.slice(1)));
    if (target && target.tagName === "DETAILS") { target.open = true; target.scrollIntoView(); }
  };
  addEventListener("hashchange", reveal);
  reveal();
  document.addEventListener("click", function (event) {
    var to = event.target.closest && event.target.closest('a[href^="#r"]');
    if (to && to.hash === location.hash) reveal();
  });

  var table = $("table"), form = $("filter");
  if (!table) return;
  var body = table.tBodies[0];
  var reports = all("details.report");

  ["open", "close"].forEach(function (id) {
    $(id).hidden = false;
    $(id).addEventListener("click", function () {
      reports.forEach(function (report) { report.open = id === "open" && !report.hidden; });
    });
  });

  // Sorting, by buttons in the head of the table.
  var order = new Intl.Collator("zh-CN", { numeric: true });
  var value = function (row, index) {
    var cell = row.cells[index];
    return cell.dataset.v || cell.textContent.trim();
  };
  var heads = all("thead th", table);
  heads.forEach(function (head, index) {
    var button = document.createElement("button"), printed = document.createElement("span");
    button.type = "button";
    button.textContent = printed.textContent = head.textContent;
    printed.setAttribute("aria-hidden", "true");  // a button is not repeated on the next sheet of paper
    head.textContent = "";
    head.appendChild(button);
    head.appendChild(printed);
    button.addEventListener("click", function () {
      var down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      var rows = Array.prototype.slice.call(body.rows).sort(function (a, b) {
        return (down ? -1 : 1) * order.compare(value(a, index), value(b, index)) || a.dataset.r - b.dataset.r;
      });
      rows.forEach(function (row) { body.appendChild(row); });
    });
  });

  // Why a part is poor or lacking: the finding that says so, told on hover.
  body.addEventListener("mouseover", function (event) {
    var cell = event.target.closest("td[data-n]");
    if (!cell || cell.title) return;
    var report = $("r" + cell.parentNode.dataset.r);
    var item = all("li", report).filter(function (li) { return number(li) === +cell.dataset.n; })[0];
    if (item) cell.title = item.querySelector("p").textContent;
  });

  // Filtering: what each report has, read once.
  var known = reports.map(function (report, index) {
    return {
      report: report,
      row: body.querySelector('tr[data-r="' + report.id.slice(1) + '"]'),
      blocks: all(".row", report),
      items: all("li", report).map(function (item) {
        var code = item.querySelector("a.c");
        return { item: item, level: item.className, code: code ? code.textContent : "", words: null };
      }),
      words: null,
    };
  });
  var chosen = function (name) {
    return all('input[name="' + name + '"]', form).filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
  };
  var filter = function () {
    var levels = chosen("level"), grades = chosen("grade"), rule = form.elements.rule.value;
    var words = form.elements.words.value.trim().toLowerCase();
    var narrow = rule !== "" || levels.length < 3;
    var reportsShown = 0, findings = 0;
    known.forEach(function (one) {
      var grade = one.row.cells[3].className.slice(1), hits = 0;
      if (words && one.words === null) one.words = (one.row.cells[1].textContent + one.report.textContent).toLowerCase();
      var fits = grades.indexOf(grade) >= 0 && (!words || one.words.indexOf(words) >= 0);
      one.items.forEach(function (it) {
        var on = levels.indexOf(it.level) >= 0 && (rule === "" || it.code === rule);
        it.item.hidden = !on;
        if (on) hits += 1;
      });
      one.blocks.forEach(function (block) {
        block.hidden = narrow && !block.querySelector("li:not([hidden])");
      });
      fits = fits && (!narrow || hits > 0);
      one.report.hidden = one.row.hidden = !fits;
      if (fits) { reportsShown += 1; findings += hits; }
    });
    $("nothing").hidden = reportsShown > 0;
    $("shown").textContent = "显示 " + reportsShown + " / " + known.length + " 份报告，" + findings + " 个问题";
  };
  var soon = 0;
  var later = function () { clearTimeout(soon); soon = setTimeout(filter, 60); };
  form.hidden = false;
  form.addEventListener("input", later);
  form.addEventListener("reset", function () { later(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  all(".pick").forEach(function (button) {
    button.addEventListener("click", function () {
      form.elements.rule.value = button.value;
      filter();
      form.scrollIntoView();
      form.elements.rule.focus();
    });
  });
  filter();
})();
