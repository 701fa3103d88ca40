package org.dunlin.console.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.EnumMap;
import java.util.Map;
import org.dunlin.console.right.Needs;
import org.dunlin.core.figure.Period;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.dunlin.store.report.Report;
import org.dunlin.store.report.ReportFilter;
import org.dunlin.store.report.Reports;
import org.dunlin.work.account.StateAccount;
import org.dunlin.work.person.NoteLook;
import org.dunlin.work.report.ReportFile;
import org.dunlin.work.report.ReportForm;
import org.dunlin.work.report.ReportJson;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports, a page at a time or as a file. */
@RestController
@Needs(Right.SEE)
@RequestMapping("/api/v1/companies/{company}/reports/{report}")
class ReportApi {
  private final Stores stores;
  private final ReportFile files;
  private final NoteLook looks;

  ReportApi(Stores stores) {
    this.stores = stores;
    this.files = new ReportFile(stores);
    this.looks = new NoteLook(stores);
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] page(
      @PathVariable String company,
      @PathVariable String report,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String currency,
      @RequestParam MultiValueMap<String, String> all,
      @RequestParam(defaultValue = "" + Asking.USUAL) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    Reports.Asked asked = asked(company, report, from, to, currency, all);
    if (limit < 1 || limit > Asking.MOST) {
      throw new WrongParameters(
          Map.of(Asking.LIMIT, "limit must be a whole number from 1 to " + Asking.MOST + "."));
    }
    Cursor after = cursor == null ? null : Cursor.read(cursor);
    Page<String> page =
        stores
            .figures()
            .reports()
            .page(company, asked, after, limit)
            .map(row -> ReportJson.row(asked.report(), row));
    return RecordApi.json(page.items(), page.next());
  }

  /** All rows, with the names of the columns as in JSON. */
  @Needs(Right.EXPORT)
  @GetMapping("/file")
  void file(
      @PathVariable String company,
      @PathVariable String report,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String currency,
      @RequestParam MultiValueMap<String, String> all,
      @RequestParam ReportForm form,
      Principal by,
      HttpServletResponse response)
      throws IOException {
    Reports.Asked asked = asked(company, report, from, to, currency, all);
    String name = ReportFile.name(asked, form);
    looks.atReport(company, name + asked.narrowed(), by.getName());
    response.setContentType(form.mediaType());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name).build().toString());
    files.write(company, asked, form, ReportFile.Names.plain(asked), response.getOutputStream());
  }

  private Reports.Asked asked(
      String company,
      String path,
      @Nullable String from,
      @Nullable String to,
      @Nullable String currency,
      MultiValueMap<String, String> all) {
    CompanyProfile profile = CompanyApi.mustExist(stores, company);
    Report report =
        Report.at(path)
            .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such report."));
    Period usual = StateAccount.usual(stores.companies().businessDate(profile));
    CurrencyUnit only = currency == null ? null : currency(currency);
    return new Reports.Asked(
        report,
        Asking.period(from, to, usual),
        only == null && report == Report.AGEING ? profile.company().currency() : only,
        filters(report, all),
        usual.to());
  }

  /** One that the report does not have is refused, and does not give all rows. */
  private static Map<ReportFilter, String> filters(
      Report report, MultiValueMap<String, String> all) {
    Map<ReportFilter, String> filters = new EnumMap<>(ReportFilter.class);
    for (ReportFilter filter : ReportFilter.values()) {
      String written = all.getFirst(filter.key());
      if (written == null) {
        continue;
      }
      String plain = filter.plain(written);
      if (plain.isEmpty() || plain.chars().anyMatch(Character::isISOControl)) {
        throw new WrongParameters(Map.of(filter.key(), filter.key() + " must be a word."));
      }
      if (!report.filters().contains(filter)) {
        throw new WrongParameters(
            Map.of(
                filter.key(),
                "This report has no %s; it has %s."
                    .formatted(
                        filter.key(), report.filters().stream().map(ReportFilter::key).toList())));
      }
      filters.put(filter, plain);
    }
    return filters;
  }

  private static CurrencyUnit currency(String code) {
    try {
      return CurrencyUnit.of(code);
    } catch (IllegalCurrencyException e) {
      throw new WrongParameters(
          Map.of("currency", "currency must be of three letters, such as EUR."));
    }
  }
}
