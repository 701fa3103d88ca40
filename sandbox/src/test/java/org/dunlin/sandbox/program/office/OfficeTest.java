package org.dunlin.sandbox.program.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import org.dunlin.sandbox.program.Caller;
import org.dunlin.sandbox.program.Consent;
import org.dunlin.sandbox.program.Forms;
import org.dunlin.sandbox.program.SetClock;
import org.dunlin.sandbox.program.xero.XeroProgram;
import org.dunlin.sandbox.world.World;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The three programs of the invented company. */
class OfficeTest {
  private final World world = World.of(7, LocalDate.of(2026, 9, 1), 61);

  @Test
  void whatIsOpenInTheProgramsIsWhatIsOpenBeforeAnybodyBookedAPayment() throws IOException {
    try (Office office = Office.open(world, Consent.APP, new SetClock())) {
      int kept = 0;
      for (LocalDate day : world.days()) {
        world.day(day);
        kept += office.keep();
      }
      Map<String, Money> truth = world.truth().open();
      assertThat(kept).isGreaterThan(office.open().size());
      assertThat(truth.keySet()).containsAll(office.open().keySet());
      assertThat(office.open()).hasSizeBetween(truth.size() / 4, truth.size() * 3 / 4);
      office
          .open()
          .forEach((number, open) -> assertThat(open.isLessThan(truth.get(number))).isFalse());
    }
  }

  @Test
  void aPersonCanSayYesWithoutABrowser() throws IOException {
    try (Office office = Office.open(world, Consent.APP, new SetClock());
        Caller caller = new Caller(office.xero().address())) {
      Consent consent = new Consent(caller, XeroProgram.AUTHORISE, XeroProgram.TOKEN, "");
      URI question = caller.at(XeroProgram.AUTHORISE + "?" + Forms.write(consent.question()));
      URI back = office.xero().authorisation().allow(question);
      String code = String.valueOf(Forms.read(back.getRawQuery()).get("code"));
      assertThat(consent.exchange(code, Consent.VERIFIER).statusCode()).isEqualTo(200);
    }
  }
}
