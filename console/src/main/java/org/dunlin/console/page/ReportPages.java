package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.dunlin.console.right.Needs;
import org.dunlin.console.words.Words;
import org.dunlin.core.figure.Period;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.company.Connection;
import org.dunlin.store.dunning.PlanBook;
import org.dunlin.store.report.Report;
import org.dunlin.store.report.ReportFilter;
import org.dunlin.store.report.Reports;
import org.dunlin.store.view.Standing;
import org.dunlin.work.account.StateAccount;
import org.dunlin.work.person.NoteLook;
import org.dunlin.work.report.ReportFile;
import org.dunlin.work.report.ReportForm;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Lists to look at and to take away. */
@Controller
@Needs(Right.SEE)
@RequestMapping("/reports")
class ReportPages {
  private static final String PATH = "/reports";
  private static final int A_PAGE = 50;

  private final Frames frames;
  private final Stores stores;
  private final ReportFile files;
  private final NoteLook looks;

  ReportPages(Frames frames, Stores stores) {
    this.frames = frames;
    this.stores = stores;
    this.files = new ReportFile(stores);
    this.looks = new NoteLook(stores);
  }

  /** All that there are. */
  @GetMapping
  String reports(@RequestParam String company, HttpServletRequest request, Model model) {
    model.addAttribute("frame", frames.of(company, request));
    return "reports";
  }

  /** One of them, a page at a time. */
  @GetMapping("/{report}")
  String report(
      @RequestParam String company,
      @PathVariable String report,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String currency,
      @RequestParam MultiValueMap<String, String> all,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    List<CurrencyUnit> currencies = currencies(frame);
    Optional<Period> period = period(frame, from, to);
    Reports.Asked asked =
        asked(
            frame,
            report,
            period.orElse(StateAccount.usual(frame.businessDate())),
            currency,
            all,
            currencies);
    CurrencyUnit only = asked.currency();
    Listing listing =
        Listing.of(PATH + "/" + report, company)
            .with("from", asked.report().periodic() ? asked.period().from() : null)
            .with("to", asked.report().periodic() ? asked.period().to() : null)
            .with("currency", only == null ? null : only.getCode())
            .with("after", after);
    for (ReportFilter filter : asked.report().filters()) {
      listing = listing.with(filter.key(), asked.filters().get(filter));
    }
    model.addAttribute("frame", frame);
    model.addAttribute("asked", asked);
    model.addAttribute("wrong", period.isEmpty());
    model.addAttribute("currencies", currencies);
    model.addAttribute("listing", listing);
    model.addAttribute("known", known(company, asked.report()));
    model.addAttribute("trends", trends(company, asked));
    model.addAttribute(
        "rows", stores.figures().reports().page(company, asked, listing.after(), A_PAGE));
    return "report";
  }

  /** What may be written into a filter, as far as it is a short list. */
  private Map<ReportFilter, List<String>> known(String companyId, Report report) {
    Map<ReportFilter, List<String>> known = new EnumMap<>(ReportFilter.class);
    for (ReportFilter filter : report.filters()) {
      known.put(
          filter,
          switch (filter) {
            case CONNECTION ->
                stores.connections().of(companyId).stream().map(Connection::id).toList();
            case PLAN ->
                stores.plans().inForce(companyId).stream().map(PlanBook.InForce::planId).toList();
            case SEGMENT, COUNTRY, PERSON -> List.of();
          });
    }
    return known;
  }

  /** Lines over the table of days, of a year at most. */
  private List<Trend> trends(String companyId, Reports.Asked asked) {
    CurrencyUnit only = asked.currency();
    LocalDate from = asked.period().to().minusYears(1);
    return asked.report() == Report.COLLECTION
        ? Trend.of(
                stores
                    .figures()
                    .days()
                    .between(
                        companyId,
                        asked.period().from().isAfter(from) ? asked.period().from() : from,
                        asked.period().to()))
            .values()
            .stream()
            .filter(trend -> only == null || trend.currency().equals(only))
            .toList()
        : List.of();
  }

  /** All rows of one as a file; what somebody takes away is noted. */
  @Needs(Right.EXPORT)
  @GetMapping("/{report}/file")
  ResponseEntity<StreamingResponseBody> file(
      @RequestParam String company,
      @PathVariable String report,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String currency,
      @RequestParam MultiValueMap<String, String> all,
      @RequestParam ReportForm form,
      Principal by,
      HttpServletRequest request) {
    Frame frame = frames.of(company, request);
    Reports.Asked asked =
        asked(
            frame,
            report,
            period(frame, from, to).orElseThrow(NotHere::new),
            currency,
            all,
            currencies(frame));
    String name = ReportFile.name(asked, form);
    looks.atReport(company, name + asked.narrowed(), by.getName());
    ReportFile.Names names =
        form == ReportForm.CSV ? ReportFile.Names.plain(asked) : names(asked, frame.words());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(form.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(out -> files.write(company, asked, form, names, out));
  }

  private static ReportFile.Names names(Reports.Asked asked, Words words) {
    return new ReportFile.Names(
        words.say("reports." + asked.report().name()),
        key -> words.say("reports.column." + key),
        (key, constant) -> ReportWords.of(words, key, constant));
  }

  private static Optional<Period> period(Frame frame, @Nullable String from, @Nullable String to) {
    return Period.read(from, to, StateAccount.usual(frame.businessDate()));
  }

  private static Reports.Asked asked(
      Frame frame,
      String path,
      Period period,
      @Nullable String currency,
      MultiValueMap<String, String> all,
      List<CurrencyUnit> currencies) {
    Report report = Report.at(path).orElseThrow(NotHere::new);
    CurrencyUnit only =
        currencies.stream()
            .filter(each -> each.getCode().equals(currency))
            .findFirst()
            .orElse(report == Report.AGEING ? currencies.getFirst() : null);
    return new Reports.Asked(report, period, only, filters(report, all), frame.businessDate());
  }

  private static Map<ReportFilter, String> filters(
      Report report, MultiValueMap<String, String> all) {
    Map<ReportFilter, String> filters = new EnumMap<>(ReportFilter.class);
    for (ReportFilter filter : report.filters()) {
      String written = Given.name(all.getFirst(filter.key()));
      String plain = written == null ? "" : filter.plain(written);
      if (!plain.isEmpty()) {
        filters.put(filter, plain);
      }
    }
    return filters;
  }

  /** The company's own first. */
  private List<CurrencyUnit> currencies(Frame frame) {
    CurrencyUnit own = frame.company().company().currency();
    TreeSet<CurrencyUnit> others = new TreeSet<>();
    stores.views().receivables().standing(frame.company().id(), frame.businessDate()).stream()
        .map(Standing::currency)
        .filter(each -> !each.equals(own))
        .forEach(others::add);
    List<CurrencyUnit> all = new ArrayList<>(List.of(own));
    all.addAll(others);
    return all;
  }
}
