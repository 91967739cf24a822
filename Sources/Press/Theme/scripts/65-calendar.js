// The archive's calendar: arrow keys move between the days that have an issue. All of them stay in the tab order.

feature("calendar", () => {
  for (const calendar of all("[data-calendar]")) {
    const links = all("a[data-day]", calendar);
    const dayOf = (link) => Math.round(Date.parse(link.dataset.day) / 86400000);

    /** The issue nearest to a week away, in that direction; nothing where there is none. */
    const aWeekAway = (link, direction) => {
      const from = dayOf(link);
      const aim = from + 7 * direction;
      const distance = (other) => Math.abs(dayOf(other) - aim);
      return links
        .filter((other) => (dayOf(other) - from) * direction > 0)
        .reduce((best, other) => (best && distance(best) <= distance(other) ? best : other), undefined);
    };
    const moves = {
      ArrowLeft: (link) => links[links.indexOf(link) - 1],
      ArrowRight: (link) => links[links.indexOf(link) + 1],
      ArrowUp: (link) => aWeekAway(link, -1),
      ArrowDown: (link) => aWeekAway(link, 1),
      Home: () => links[0],
      End: () => links[links.length - 1],
    };

    calendar.addEventListener("keydown", (event) => {
      const link = event.target.closest("a[data-day]");
      const move = moves[event.key];
      if (!link || !move || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const next = move(link);
      if (!next) return;
      event.preventDefault();
      next.focus();
    });
  }
});
