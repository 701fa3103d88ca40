package org.dunlin.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;

/**
 * A path of docs/people.md as somebody goes it: from the first page of the console by nothing but
 * what the guide names, in its order. What is typed is no click.
 */
final class Walk {
  private static final int MOST_CLICKS = 4;
  private static final double TIMEOUT = 10_000; // milliseconds
  private static final String PRESSABLE = "a:visible, button:visible, summary:visible";
  private static final String LINE = "tr:visible, li:visible";

  private final Page page;
  private final TaskGuide.Row row;
  private final String company;
  private final Set<Integer> gone = new TreeSet<>();
  private int last = -1;
  private int clicks;

  Walk(Page page, TaskGuide.Row row, String company) {
    this.page = page;
    this.row = row;
    this.company = company;
    page.setDefaultTimeout(TIMEOUT);
  }

  /** Opens the console; the only address that is typed. */
  Walk begin() {
    isShort();
    last = -1;
    clicks = 0;
    page.navigate("/?company=" + company);
    return this;
  }

  /** Chooses a page of the menu. */
  Walk to(String name) {
    follows(name);
    click(page.locator(".side-nav a").filter(named(name)).first());
    return this;
  }

  /** Presses what the page calls so; where there are several of one name, the first. */
  Walk press(String name) {
    follows(name);
    click(content().locator(PRESSABLE).filter(named(name)).first());
    return this;
  }

  /** Presses what is called so in the line or the part of the page that has these words. */
  Walk press(String name, String beside) {
    follows(name);
    click(beside(beside, name));
    return this;
  }

  /** Presses what the guide does not name but describes; beside nothing, the first of its name. */
  Walk press(String described, String beside, String name) {
    follows(described);
    click(
        beside.isEmpty()
            ? content().locator(PRESSABLE).filter(named(name)).first()
            : beside(beside, name));
    return this;
  }

  /** Opens a record by the first link of the line that has these words. */
  Walk open(String described, String beside) {
    follows(described);
    click(content().locator(LINE).filter(has(beside)).locator("a").first());
    return this;
  }

  /** Ticks the box that is called so. */
  Walk tick(String described, String name) {
    follows(described);
    click(field(name));
    return this;
  }

  /** Writes into a field. */
  Walk write(String field, String words) {
    field(field).fill(words);
    return this;
  }

  /** Chooses among what a field offers. */
  Walk choose(String field, String option) {
    field(field).selectOption(new SelectOption().setLabel(option));
    return this;
  }

  /** Chooses files. */
  Walk bring(String field, Path... files) {
    field(field).setInputFiles(files);
    return this;
  }

  /** Quotes something in the field above the menu, which a key leads to. */
  Walk quote(String words) {
    page.keyboard().press("/");
    page.keyboard().type(words);
    leads(() -> page.keyboard().press("Enter"));
    return this;
  }

  /** What somebody reads here, wherever it stands. */
  Walk sees(String... words) {
    for (String each : words) {
      assertThat(content())
          .containsText(each, new LocatorAssertions.ContainsTextOptions().setUseInnerText(true));
    }
    return this;
  }

  /** What nobody reads here. */
  Walk seesNot(String words) {
    assertThat(content())
        .not()
        .containsText(words, new LocatorAssertions.ContainsTextOptions().setUseInnerText(true));
    return this;
  }

  /** The heading of where the path has led. */
  Walk isAt(String heading) {
    assertThat(page.locator("h1")).hasText(heading);
    return this;
  }

  Page page() {
    return page;
  }

  /** No path is longer than the guide says, and each of its words was pressed. */
  void ends() {
    List<String> names = row.pressed();
    Assertions.assertThat(
            IntStream.range(0, names.size())
                .filter(each -> !gone.contains(each))
                .mapToObj(names::get))
        .as("what %s %d names and nobody pressed", row.person(), row.number())
        .isEmpty();
    isShort();
  }

  private void isShort() {
    Assertions.assertThat(clicks).as("clicks of “%s”", row.task()).isLessThanOrEqualTo(MOST_CLICKS);
  }

  private void follows(String name) {
    List<String> names = row.pressed();
    for (int at = last + 1; at < names.size(); at++) {
      if (names.get(at).equals(name)) {
        last = at;
        gone.add(at);
        return;
      }
    }
    throw new AssertionError("“" + row.path() + "” does not go on by “" + name + "”");
  }

  private void click(Locator target) {
    clicks++;
    String tag = String.valueOf(target.evaluate("each => each.tagName + (each.form?.id ?? '')"));
    if (tag.startsWith("A") || tag.equals("BUTTON")) {
      leads(target::click);
    } else {
      target.click(); // opens or ticks something, or a script does the rest
    }
  }

  /** Waits until another page is there, so that nothing is pressed on the one before. */
  private void leads(Runnable act) {
    page.evaluate("() => { window.before = true; }");
    act.run();
    page.waitForFunction("() => !window.before && document.readyState === 'complete'");
  }

  private Locator content() {
    return page.locator(".page-wrapper");
  }

  /** In the first line, else the smallest part, with these words that has something so called. */
  private Locator beside(String words, String name) {
    Locator.FilterOptions both = has(words).setHas(page.locator(PRESSABLE).filter(named(name)));
    Locator lines = content().locator(LINE).filter(both);
    Locator parts = content().locator("section").filter(both);
    Locator place = lines.count() > 0 ? lines.first() : parts.last();
    return place.locator(PRESSABLE).filter(named(name)).first();
  }

  private Locator field(String label) {
    return content()
        .getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
        .and(page.locator(":visible"))
        .first();
  }

  private static Locator.FilterOptions has(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  /** “…” stands for whatever. The browser reads the pattern, to which {@code \\Q} means nothing. */
  private static Locator.FilterOptions named(String name) {
    String words = name.replaceAll("[^\\p{L}\\p{N} …]", "\\\\$0").replace("…", ".*");
    return new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + words + "\\s*$"));
  }
}
