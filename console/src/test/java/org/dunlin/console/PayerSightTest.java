package org.dunlin.console;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.brand.Color;
import org.dunlin.core.model.Decision;
import org.dunlin.core.profile.Paying;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of payers look as they should, in every language. */
class PayerSightTest {
  private final PayerScene mine =
      new PayerScene("Bouwbedrijf De Zwaan & Zonen B.V.", "Bakkerij van der Hoeven & Zonen B.V.");

  @ParameterizedTest
  @ValueSource(strings = {"en", "nl", "de", "fr"})
  void everyPageIsFine(String language) throws IOException {
    mine.payableOnline();
    mine.collects();
    mine.stores().pay().rules().put(mine.scene.id(), new Paying(true, 90, false));
    mine.stores().brands().putColor(mine.scene.id(), Color.of("#b4491f"));
    mine.scene.document(mine.customer, mine.first, "2026-0042.pdf", "%PDF-1.7 x");
    UUID payment = mine.scene.payment("HOEVEN", "2026-0042", "300.00");
    mine.scene.allocation(payment, mine.first, "300.00", Decision.AUTOMATIC, "the number");
    Visitor visitor = new Visitor();
    visitor.post(
        mine.path + "/dispute",
        Map.of(
            "form",
            visitor.form(mine.path + "/dispute", "dispute"),
            "i",
            mine.first.toString(),
            "amount",
            "110,00",
            "reason",
            "PRICE",
            "words",
            "Twee uur te veel berekend."),
        List.of());
    visitor.post(
        mine.path + "/promise",
        "form",
        visitor.form(mine.path + "/promise", "promise"),
        "i",
        mine.second.toString(),
        "on",
        Scene.TODAY.plusDays(8).toString());
    look("page", "", language);
    for (String act :
        new String[] {
          "part", "dispute", "promise", "instalments", "contact", "message", "mandate"
        }) {
      look(act, "/" + act, language);
    }
    // the last time that it looks by itself
    look("back", "/back?n=20", language);
  }

  private void look(String name, String act, String language) {
    Sight.isFine(
        "payer-" + name + "-" + language,
        "http://127.0.0.1:"
            + Hub.SHARED.publicPort()
            + mine.path
            + act
            + (act.contains("?") ? "&" : "?")
            + "lang="
            + language);
  }
}
