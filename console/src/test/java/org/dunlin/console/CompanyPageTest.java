package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.dunlin.console.Chromium.Eye;
import org.dunlin.console.words.Words;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.profile.Fault;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.core.profile.WrongProfile;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.work.person.Decisions;
import org.dunlin.work.profile.ApplySettings;
import org.dunlin.work.profile.KeptProfile;
import org.dunlin.work.profile.SaidCompany;
import org.dunlin.work.profile.SaidCompany.Said;
import org.dunlin.work.rollout.MailSender;
import org.dunlin.work.rollout.RollOut;
import org.dunlin.work.rollout.SwitchMode;
import org.junit.jupiter.api.Test;

/** The profile on its page, as a person fills it in, without scripts. */
class CompanyPageTest {
  private final Scene scene = new Scene();
  private final String address = "/company?company=" + scene.id();

  @Test
  void thePagesAreFine() throws IOException {
    fileSays(ProfileField.LANGUAGE, "de", "dunlin.yaml, line 9");
    Sight.isFine("company", address);
    Sight.isFine("settings", "/settings?company=" + scene.id());
    Sight.isFine("company-new", "/companies/new");
    Sight.isFine("live", "/live?company=" + scene.id());
  }

  @Test
  void whatIsSavedIsThereWithWhoSetItAndWhatIsWrongSaysWhatWouldBeRight() {
    try (BrowserContext context = Chromium.signedIn(Eye.PLAIN)) {
      Page page = context.newPage();
      page.navigate(address);
      page.locator("#field-paymentTermDays").fill("400");
      page.locator("#field-country").selectOption("BE");
      save(page);
      assertThat(page.locator("#error-paymentTermDays").innerText())
          .isEqualTo(
              "“400” is no payment term; give a whole number of days from 0 to 365, as in 30.");
      assertThat(profile().company().country()).isEqualTo("NL");
      assertThat(page.locator("#field-country").inputValue()).as("kept as entered").isEqualTo("BE");

      page.locator("#field-paymentTermDays").fill("14");
      save(page);
      assertThat(page.locator(".alert-success").innerText()).isEqualTo("Saved.");
      assertThat(profile().company().country()).isEqualTo("BE");
      assertThat(profile().company().paymentTermDays()).isEqualTo(14);
      assertThat(page.locator("#hint-country").innerText()).contains("Set here by admin, ");
    }
  }

  @Test
  void whatTheFileSaysIsShownWithItsPlaceAndCannotBeChanged() {
    fileSays(ProfileField.LANGUAGE, "de", "dunlin.yaml, line 9");
    try (BrowserContext context = Chromium.signedIn(Eye.PLAIN)) {
      Page page = context.newPage();
      page.navigate(address);
      assertThat(page.locator("#field-language").inputValue()).isEqualTo("German");
      assertThat(page.locator("#field-language").isEditable()).isFalse();
      assertThat(page.locator("#hint-language").innerText())
          .contains("Set in dunlin.yaml, line 9; change it there and start the hub again.");
      page.locator("#field-color").fill("#123456");
      save(page);
      assertThat(kept().brand().color().orElseThrow().hex()).isEqualTo("#123456");
    }
  }

  @Test
  void aPageThatAnotherPersonHasOvertakenShowsWhatIsThereNow() {
    Browser browser = Browser.signedIn();
    browser.open(address);
    String body =
        browser.press("/company", "company", scene.id(), "version", "old", "language", "fr").body();

    assertThat(body).contains("Somebody has changed this profile since you opened the page.");
    assertThat(profile().company().language()).isEqualTo("en");
  }

  @Test
  void aLogoIsChosenShownAndRemoved() throws IOException {
    try (BrowserContext context = Chromium.signedIn(Eye.PLAIN)) {
      Page page = context.newPage();
      page.navigate(address);
      page.locator("#picture").setInputFiles(new FilePayload("x.svg", "image/svg+xml", svg()));
      page.getByText("Use this picture").click();
      assertThat(page.locator(".alert-danger").innerText()).contains("PNG or JPEG");
      page.locator("#picture").setInputFiles(new FilePayload("logo.png", "image/png", picture()));
      page.getByText("Use this picture").click();
      assertThat(page.locator(".alert-success").innerText()).isEqualTo("The logo is saved.");
      page.waitForLoadState(); // until the picture is there
      assertThat(page.locator("img.logo").boundingBox().width).isGreaterThan(50);
      page.getByText("Remove the logo").click();
      assertThat(kept().brand().logo()).isNull();
    }
  }

  @Test
  void aFolderIsAddedAndRemoved() {
    try (BrowserContext context = Chromium.signedIn(Eye.PLAIN)) {
      Page page = context.newPage();
      page.navigate(address);
      page.locator("#connection").fill("bank");
      page.locator("#path").fill("bank");
      page.getByText("Watch this folder").click();
      assertThat(page.locator("#folders .alert-danger").innerText())
          .contains("“bank” is no folder");
      page.locator("#path").fill("/srv/" + scene.id());
      page.getByText("Watch this folder").click();
      assertThat(scene.stores().connections().find(scene.id(), "bank")).isPresent();
      page.locator("button[value=bank]").click();
      assertThat(scene.stores().connections().find(scene.id(), "bank")).isEmpty();
    }
  }

  @Test
  void goingLiveSaysHowManyRemindersWouldLeaveAndAsks() {
    UUID customer = scene.customer("Jansen");
    UUID invoice = scene.invoice(customer, "1", Scene.TODAY.minusDays(10), "10.00");
    scene.held(customer, invoice, HoldReason.SHADOW);
    RolledOut.seeTo(scene);
    try (BrowserContext context = Chromium.signedIn(Eye.PLAIN)) {
      Page page = context.newPage();
      page.navigate(address);
      page.locator("button[value=LIVE]").click();
      assertThat(page.locator("main").innerText())
          .contains("1 reminder is held by shadow mode alone and would leave.");
      assertThat(profile().mode()).isEqualTo(DunningMode.SHADOW);
      page.locator("button[value=LIVE]").click();
      assertThat(profile().mode()).isEqualTo(DunningMode.LIVE);
    }
  }

  @Test
  void aCompanyIsAddedFromThePageAlone() {
    String id = "page-" + UUID.randomUUID().toString().substring(0, 8);
    try (BrowserContext context = Chromium.signedIn(Eye.PLAIN)) {
      Page page = context.newPage();
      page.navigate("/companies/new");
      page.locator("#field-id").fill(id);
      page.getByText("Add the company").click();
      assertThat(page.locator("#error-name").innerText()).isEqualTo("This is needed; fill it in.");
      page.locator("#field-name").fill("New B.V.");
      page.locator("#field-country").selectOption("NL");
      page.locator("#field-replyTo").fill("ar@new.example");
      page.getByText("Add the company").click();
      assertThat(page.locator(".alert-success").innerText()).contains("in shadow mode");
      assertThat(scene.stores().companies().profile(id).company().name()).isEqualTo("New B.V.");
    }
  }

  @Test
  void aSecretIsSaidToBeSetAndNeverShown() {
    String body = Browser.signedIn().open("/settings?company=" + scene.id()).body();

    assertThat(body)
        .contains("dunlin.yaml, line 7", "Environment variable DUNLIN_KEY", "set, and not shown");
  }

  @Test
  void everyFaultIsSaidOnPagesAsTheApiSaysIt() {
    Words words = new Words(Language.EN, ZoneOffset.UTC, Instant.EPOCH);
    for (Fault fault : Fault.values()) {
      WrongProfile wrong = new WrongProfile(ProfileField.NAME, fault, "this", "that");
      assertThat(words.say("profile.fault." + fault.name(), "this", "that"))
          .isEqualTo(wrong.errors().getFirst().sentence());
    }
  }

  private void fileSays(ProfileField field, String text, String place) {
    new ApplySettings(
            scene.stores(),
            new SwitchMode(
                scene.stores(),
                new Decisions(scene.stores(), Abilities.NONE),
                new RollOut(scene.stores(), new MailSender(""))))
        .apply(
            List.of(
                new SaidCompany(
                    scene.id(), Map.of(field, new Said(text, place)), null, Map.of(), null)));
  }

  private static void save(Page page) {
    page.locator("form[action='/company'] button").click();
  }

  private CompanyProfile profile() {
    return kept().kept();
  }

  private KeptProfile kept() {
    return KeptProfile.find(scene.stores(), scene.id()).orElseThrow();
  }

  private static byte[] svg() {
    return "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 20, BufferedImage.TYPE_INT_RGB), "png", png);
    return png.toByteArray();
  }
}
