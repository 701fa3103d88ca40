package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.console.look.ContentPolicy;
import org.dunlin.console.right.Needs;
import org.dunlin.console.words.Words;
import org.dunlin.core.message.Language;
import org.dunlin.core.message.TemplateFlaw;
import org.dunlin.core.message.Templates;
import org.dunlin.core.message.Texts;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.view.CustomerList;
import org.dunlin.store.wording.Wordings;
import org.dunlin.work.dun.PreviewWording;
import org.dunlin.work.message.ChangeWording;
import org.dunlin.work.message.CompanyWordings;
import org.dunlin.work.message.StoredEnclosures;
import org.dunlin.work.message.WordingRefused;
import org.dunlin.work.pay.PayAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The words of messages, as people change them. */
@Controller
@Needs(Right.SEE)
@RequestMapping("/templates")
class TemplatePages {
  private static final int MOST_CUSTOMERS = 100;

  private final Frames frames;
  private final Stores stores;
  private final ChangeWording changes;
  private final PreviewWording previews;

  TemplatePages(Frames frames, Stores stores, ObjectProvider<PayAddress> address) {
    this.frames = frames;
    this.stores = stores;
    this.changes = new ChangeWording(stores);
    this.previews = new PreviewWording(stores, address.getIfAvailable(() -> PayAddress.NONE));
  }

  @GetMapping
  String templates(@RequestParam String company, HttpServletRequest request, Model model) {
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("templates", Templates.all());
    model.addAttribute("languages", List.of(Language.values()));
    model.addAttribute("newest", stores.wordings().newest(company));
    model.addAttribute("givingWay", new CompanyWordings(stores, company).givingWay());
    return "templates";
  }

  @GetMapping("/{name}/{language}")
  String template(
      @RequestParam String company,
      @PathVariable String name,
      @PathVariable String language,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return shown(company, name, known(name, language), null, List.of(), request, response, model);
  }

  @Needs(Right.PLAN)
  @PostMapping("/{name}/{language}")
  String change(
      @RequestParam String company,
      @PathVariable String name,
      @PathVariable String language,
      @RequestParam String words,
      @RequestParam int version,
      Principal by,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes next,
      Model model) {
    Language in = known(name, language);
    frames.mustExist(company);
    try {
      changes.change(company, name, in, words, version, by.getName());
      return frames.said(company, request, next).done("templates.changed");
    } catch (WordingRefused e) {
      Words own = frames.of(company, request).words();
      return shown(company, name, in, words, sentences(own, e), request, response, model);
    }
  }

  @Needs(Right.PLAN)
  @PostMapping("/{name}/{language}/reset")
  String reset(
      @RequestParam String company,
      @PathVariable String name,
      @PathVariable String language,
      @RequestParam int version,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    Language in = known(name, language);
    frames.mustExist(company);
    return told(
        frames.said(company, request, next),
        "templates.reset-done",
        () -> changes.reset(company, name, in, version, by.getName()));
  }

  @Needs(Right.PLAN)
  @PostMapping("/{name}/{language}/restore")
  String restore(
      @RequestParam String company,
      @PathVariable String name,
      @PathVariable String language,
      @RequestParam int earlier,
      @RequestParam int version,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    Language in = known(name, language);
    frames.mustExist(company);
    return told(
        frames.said(company, request, next),
        "templates.restored",
        () -> changes.restore(company, name, in, earlier, version, by.getName()));
  }

  /** What the words that are in the form become for a customer; shown in a frame of the page. */
  @Needs(Right.PLAN)
  @PostMapping("/{name}/{language}/preview")
  ResponseEntity<byte[]> preview(
      @RequestParam String company,
      @PathVariable String name,
      @PathVariable String language,
      @RequestParam String words,
      @RequestParam(required = false) @Nullable UUID customer,
      HttpServletRequest request) {
    Language in = known(name, language);
    Words own = frames.of(company, request).words();
    try {
      if (Texts.isText(name)) {
        return framed(
            MediaType.TEXT_PLAIN,
            Optional.ofNullable(customer)
                .flatMap(id -> previews.text(company, id, name, in, words.replace("\r\n", "\n")))
                .map(text -> text + "\n\n" + TextSizes.said(own, text))
                .orElseGet(() -> own.say("templates.nobody")));
      }
      Optional<Dispatch.Email> email =
          customer == null
              ? Optional.empty()
              : previews.of(company, customer, name, in, words.replace("\r\n", "\n"));
      return email
          .map(
              message ->
                  framed(
                      MediaType.TEXT_HTML,
                      new InlinePictures(new StoredEnclosures(stores, company)).in(message)))
          .orElseGet(() -> framed(MediaType.TEXT_PLAIN, own.say("templates.nobody")));
    } catch (WordingRefused e) {
      return framed(MediaType.TEXT_PLAIN, String.join("\n\n", sentences(own, e)));
    }
  }

  private static ResponseEntity<byte[]> framed(MediaType type, String text) {
    return ResponseEntity.ok()
        .header(ContentPolicy.HEADER, MessagePages.MAIL)
        .header("X-Frame-Options", "SAMEORIGIN")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .contentType(new MediaType(type, StandardCharsets.UTF_8))
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  private String shown(
      String company,
      String name,
      Language language,
      @Nullable String draft,
      List<String> flaws,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Frame frame = frames.of(company, request);
    List<Wordings.Version> versions = stores.wordings().of(company, name, language.code());
    String current = versions.isEmpty() ? null : versions.getFirst().words();
    String shipped = Templates.source(language, name);
    response.setHeader(ContentPolicy.HEADER, ContentPolicy.FRAMING);
    model.addAttribute("frame", frame);
    model.addAttribute("name", name);
    model.addAttribute("language", language);
    model.addAttribute(
        "words", draft != null ? draft : Objects.requireNonNullElse(current, shipped));
    model.addAttribute("own", current != null);
    model.addAttribute("version", versions.isEmpty() ? 0 : versions.getFirst().version());
    model.addAttribute("versions", versions);
    model.addAttribute("flaws", flaws);
    model.addAttribute(
        "lacking",
        new CompanyWordings(stores, company)
            .flawsOf(name, language).stream().map(flaw -> sentence(frame.words(), flaw)).toList());
    model.addAttribute("values", String.join(", ", Templates.values(name)));
    model.addAttribute("parts", String.join(", ", Templates.parts(name)));
    model.addAttribute("text", Texts.isText(name));
    model.addAttribute("customers", customers(frame));
    return "template";
  }

  /** Those who owe most in the company's currency. */
  private List<CustomerList.Line> customers(Frame frame) {
    CustomerList list = stores.views().customers();
    String company = frame.company().id();
    return list.page(
            company,
            new CustomerList.Choice(frame.company().company().currency(), null),
            frame.businessDate(),
            null,
            MOST_CUSTOMERS)
        .items();
  }

  private static String told(Said said, String done, Runnable change) {
    try {
      change.run();
      return said.done(done);
    } catch (WordingRefused e) {
      return said.refused("templates.refused", String.join(" ", sentences(said.words(), e)));
    }
  }

  private static List<String> sentences(Words words, WordingRefused refused) {
    return refused.flaws().isEmpty()
        ? List.of(words.say("templates.meanwhile"))
        : refused.flaws().stream().map(flaw -> sentence(words, flaw)).toList();
  }

  private static String sentence(Words words, TemplateFlaw flaw) {
    return words.say("templates.flaw." + flaw.kind().name(), flaw.value());
  }

  private static Language known(String name, String language) {
    return Language.named(language)
        .filter(each -> Templates.all().contains(name))
        .orElseThrow(NotHere::new);
  }
}
