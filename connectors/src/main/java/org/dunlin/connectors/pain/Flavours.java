package org.dunlin.connectors.pain;

import static org.dunlin.connectors.pain.PainVersion.V001_02;
import static org.dunlin.connectors.pain.PainVersion.V001_08;
import static org.dunlin.connectors.pain.PainVersion.V001_11;
import static org.dunlin.connectors.pain.PainVersion.V003_02;

import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.pain.Flavour.NewAccount;

/** The banks whose wishes are known. */
public final class Flavours {
  private static final List<Flavour> ALL =
      List.of(
          new Flavour(
              "epc",
              "Any SEPA bank",
              List.of(V001_08, V001_02, V001_11),
              false,
              1,
              1,
              1,
              false,
              NewAccount.IN_ACCOUNT,
              false,
              false,
              50_000,
              "EPC130-08, SEPA Core Direct Debit C2B implementation guidelines; EPC016-06, 4.3.4"),
          new Flavour(
              "ing-nl",
              "ING (Netherlands)",
              List.of(V001_08, V001_02),
              false,
              1,
              1,
              1,
              false,
              NewAccount.IN_ACCOUNT,
              false,
              false,
              50_000,
              "ING, Format description pain.008 SEPA Direct Debit (Mijn ING Zakelijk, Inside"
                  + " Business)"),
          new Flavour(
              "rabobank",
              "Rabobank",
              List.of(V001_08, V001_02),
              false,
              1,
              1,
              1,
              false,
              NewAccount.IN_ACCOUNT,
              false,
              false,
              25_000,
              "Rabobank, Format description Euro direct debits pain.008"),
          new Flavour(
              "abn-amro",
              "ABN AMRO",
              List.of(V001_08, V001_02),
              false,
              1,
              1,
              1,
              false,
              NewAccount.IN_ACCOUNT,
              false,
              false,
              50_000,
              "ABN AMRO, XML message for SEPA direct debit initiation, implementation guideline"
                  + " for the Netherlands"),
          new Flavour(
              "dk",
              "German banks (Deutsche Kreditwirtschaft)",
              List.of(V001_08, V001_02),
              false,
              1,
              1,
              1,
              false,
              NewAccount.IN_ACCOUNT,
              false,
              true,
              50_000,
              "DFÜ-Abkommen, Anlage 3, Spezifikation der Datenformate, version 3.7 (GBIC_4)"),
          new Flavour(
              "dk-old",
              "German banks, files of before November 2016",
              List.of(V003_02, V001_02),
              true,
              5,
              2,
              1,
              true,
              NewAccount.IN_AGENT,
              false,
              true,
              50_000,
              "DFÜ-Abkommen, Anlage 3, Spezifikation der Datenformate, version 2.7"),
          new Flavour(
              "febelfin",
              "Belgian banks (Febelfin)",
              List.of(V001_02, V001_08),
              false,
              1,
              1,
              1,
              false,
              NewAccount.IN_ACCOUNT,
              true,
              false,
              50_000,
              "Febelfin, XML message for SEPA Direct Debit Initiation, implementation guidelines"));

  private Flavours() {}

  /** All, the one for any bank first. */
  public static List<Flavour> all() {
    return ALL;
  }

  /** The one of this id. */
  public static Optional<Flavour> of(String id) {
    return ALL.stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
