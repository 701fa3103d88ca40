package org.dunlin.work.profile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.dunlin.core.agreement.ArrangementRules;
import org.dunlin.core.profile.Paying;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.payer.PayerRules;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * By what rules a company lets its customers pay.
 *
 * @param paying by links
 * @param payer what they may do on their page by themselves
 * @param arrangement which instalments are agreed to
 */
public record KeptRules(Paying paying, PayerRules payer, ArrangementRules arrangement) {
  /** More instalments, or days to the last of them, are a slip of the pen. */
  private static final int MOST = 9999;

  /** The rules of a company; the usual ones where nobody has said anything. */
  public static KeptRules of(Stores stores, String companyId) {
    CurrencyUnit currency = stores.companies().profile(companyId).company().currency();
    return new KeptRules(
        stores.pay().rules().of(companyId),
        stores.payer().rules().of(companyId),
        stores.talk().rules().of(companyId, currency));
  }

  /** The same with others by which links are paid. */
  public KeptRules with(Paying others) {
    return new KeptRules(others, payer, arrangement);
  }

  /** The same with others for the page. */
  public KeptRules with(PayerRules others) {
    return new KeptRules(paying, others, arrangement);
  }

  /** The same with others for instalments. */
  public KeptRules with(ArrangementRules others) {
    return new KeptRules(paying, payer, others);
  }

  /** Every rule as text. */
  Map<Rule, String> texts() {
    Map<Rule, String> texts = new EnumMap<>(Rule.class);
    for (Rule rule : Rule.values()) {
      texts.put(rule, text(rule));
    }
    return texts;
  }

  private String text(Rule rule) {
    return switch (rule) {
      case PART_PAYMENTS -> String.valueOf(paying.partPayments());
      case LINK_DAYS -> String.valueOf(paying.linkDays());
      case WRITE_LINKS -> String.valueOf(paying.writeLinks());
      case PROMISE_DAYS -> String.valueOf(payer.promiseDays());
      case AGREE_AT_ONCE -> String.valueOf(payer.agreesAtOnce());
      case INSTALMENTS -> String.valueOf(arrangement.mostInstalments());
      case INSTALMENT_DAYS -> String.valueOf(arrangement.mostDays());
      case LEAST_INSTALMENT -> arrangement.least().getAmount().toPlainString();
    };
  }

  /**
   * The same but for the rules that are said.
   *
   * @param currency of the company
   * @throws WrongRule where one cannot be what is said
   */
  KeptRules with(Map<Rule, String> said, CurrencyUnit currency) {
    return new KeptRules(
        new Paying(
            flag(said, Rule.PART_PAYMENTS, paying.partPayments()),
            number(said, Rule.LINK_DAYS, 1, Paying.MOST_DAYS, paying.linkDays()),
            flag(said, Rule.WRITE_LINKS, paying.writeLinks())),
        new PayerRules(
            number(said, Rule.PROMISE_DAYS, 0, PayerRules.MOST_DAYS, payer.promiseDays()),
            flag(said, Rule.AGREE_AT_ONCE, payer.agreesAtOnce())),
        new ArrangementRules(
            number(said, Rule.INSTALMENTS, 1, MOST, arrangement.mostInstalments()),
            number(said, Rule.INSTALMENT_DAYS, 1, MOST, arrangement.mostDays()),
            least(said, currency)));
  }

  private static boolean flag(Map<Rule, String> said, Rule rule, boolean before) {
    String text = said.get(rule);
    if (text == null) {
      return before;
    }
    return switch (text.strip()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new WrongRule(rule, "true or false");
    };
  }

  private static int number(Map<Rule, String> said, Rule rule, int least, int most, int before) {
    String text = said.get(rule);
    if (text == null) {
      return before;
    }
    int number = text.strip().matches("[0-9]{1,4}") ? Integer.parseInt(text.strip()) : -1;
    if (number < least || number > most) {
      throw new WrongRule(rule, "a whole number from " + least + " to " + most);
    }
    return number;
  }

  private Money least(Map<Rule, String> said, CurrencyUnit currency) {
    String text = said.get(Rule.LEAST_INSTALMENT);
    if (text == null) {
      return arrangement.least();
    }
    boolean amount = text.strip().matches("[0-9]{1,12}(\\.[0-9]{1,4})?");
    BigDecimal least = amount ? new BigDecimal(text.strip()) : BigDecimal.ZERO;
    if (!amount || least.stripTrailingZeros().scale() > currency.getDecimalPlaces()) {
      throw new WrongRule(
          Rule.LEAST_INSTALMENT, "an amount in " + currency.getCode() + ", such as 50.00");
    }
    return Money.of(currency, least.stripTrailingZeros());
  }

  /** Writes what differs, and journals it; in the transaction of the caller. */
  void write(Stores stores, CompanyProfile profile, KeptRules before, String by) {
    String id = profile.id();
    if (!paying.equals(before.paying)) {
      stores.pay().rules().put(id, paying);
    }
    if (!payer.equals(before.payer)) {
      stores.payer().rules().put(id, payer);
    }
    if (!arrangement.equals(before.arrangement)) {
      stores.talk().rules().put(id, arrangement);
    }
    LocalDate today = stores.companies().businessDate(profile);
    stores
        .journal()
        .append(id, Happening.to("company", id, "PAYING_RULES", by, today, sentence(before)));
  }

  private String sentence(KeptRules before) {
    Map<Rule, String> was = before.texts();
    StringBuilder sentence = new StringBuilder("Changed: ");
    String between = "";
    for (Map.Entry<Rule, String> each : texts().entrySet()) {
      String old = was.getOrDefault(each.getKey(), "");
      if (!old.equals(each.getValue())) {
        sentence
            .append(between)
            .append(each.getKey().fileKey())
            .append(" from “")
            .append(old)
            .append("” to “")
            .append(each.getValue())
            .append('”');
        between = "; ";
      }
    }
    return sentence.append('.').toString();
  }
}
