package org.dunlin.config.demo;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.dunlin.core.model.Company;
import org.dunlin.sandbox.mailbox.Mail;
import org.dunlin.sandbox.program.mollie.MollieAccount;
import org.dunlin.sandbox.program.mollie.MolliePayer;
import org.dunlin.sandbox.program.mollie.MolliePayment;
import org.dunlin.sandbox.program.mollie.MollieProgram;
import org.dunlin.sandbox.world.OnlinePayment;
import org.dunlin.sandbox.world.World;

/**
 * The invented company's payment provider, played on this machine. Some customers open the link of
 * a message and pay there; on Fridays what was paid is paid out.
 */
final class DemoProvider implements AutoCloseable {
  /** Of the folder, and of the connection. */
  static final String NAME = "mollie";

  private final World world;
  private final MollieProgram mollie;
  private final DemoPayer payer = new DemoPayer();
  private volatile LocalDate day;
  private int paid;

  private DemoProvider(World world) throws IOException {
    this.world = world;
    this.day = world.days().getFirst();
    Company company = world.company();
    this.mollie =
        MollieProgram.open(
            MollieAccount.of(company.name(), company.currency()), Clock.systemUTC(), business(), 0);
    mollie.knownAs(URI.create("https://api.mollie.com"), URI.create("https://www.mollie.com"));
    mollie.limits().lift();
  }

  static DemoProvider open(World world) throws IOException {
    return new DemoProvider(world);
  }

  URI address() {
    return mollie.address();
  }

  /** What an administrator fills in to connect it. */
  Map<String, String> settings() {
    return Map.of(
        "setting.access", "token",
        "setting.apiKey", mollie.account().accessToken(),
        "setting.profile", mollie.account().profile());
  }

  /** Waits until all that it notifies the hub of has come there. */
  void tellAll() {
    mollie.hooks().notices().drain();
  }

  /** What happens from now on happens on this day. */
  void dayIs(LocalDate date) {
    day = date;
  }

  /** How many payments customers made until now. */
  int paid() {
    return paid;
  }

  /** On Fridays it pays out what it holds; the bank brings that with its next statement. */
  void payOut(LocalDate date) {
    if (date.getDayOfWeek() == DayOfWeek.FRIDAY) {
      mollie.till().settle().ifPresent(s -> world.paidOut(s.amount(), s.reference()));
    }
  }

  /** A customer finds a message; it may pay by its link, if just what it owes is asked there. */
  void read(Mail mail, LocalDate on) throws IOException {
    Optional<OnlinePayment> wish = world.paysByLink(on, mail.to(), mail.subject(), mail.text());
    Optional<URI> link = DemoPayer.link(mail.text());
    if (wish.isPresent() && link.isPresent()) {
      Optional<String> begun = payer.begin(link.get(), wish.get().invoiceNumbers());
      if (begun.isPresent()) {
        pay("tr_" + begun.get(), wish.get(), link.get(), on);
      }
    }
  }

  private void pay(String id, OnlinePayment wish, URI link, LocalDate on) throws IOException {
    Optional<MolliePayment> asked = mollie.till().payment(id);
    if (asked.filter(each -> each.amount().isEqual(wish.amount())).isEmpty()) {
      asked.ifPresent(each -> mollie.till().cancel(each.id()));
      return;
    }
    MolliePayment unused =
        mollie
            .till()
            .pay(
                id,
                DemoPayer.method(wish.payerIban()),
                new MolliePayer(wish.payerName(), wish.payerIban()));
    world.paidOnline(on, wish, id);
    paid++;
    payer.comeBack(link);
  }

  /** The company's day, at this time of the day. */
  private Clock business() {
    return new Clock() {
      @Override
      public Instant instant() {
        return day.atTime(LocalTime.now(ZoneOffset.UTC)).toInstant(ZoneOffset.UTC);
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("It tells instants alone.");
      }
    };
  }

  @Override
  public void close() {
    payer.close();
    mollie.close();
  }
}
