package org.dunlin.connectors.program.authorise;

import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Sketch;

/** A program of which only the authorisation matters. */
final class Books {
  static final String OAUTH =
      """
      kind: oauth2
      grant: authorisation-code
      authorise: https://login.example.test/authorize
      token: https://login.example.test/token
      scopes: [invoices.read, offline_access]
      parameters: {access_type: offline}
      client: basic
      returned: {tenant: tenantId}
      refresh: {rotates: true, margin: PT2M, earliest: PT9M, lasts: P60D}
      identify:
        request: {path: /tenants}
        choose: "[for (.) {\\"value\\": .id, \\"label\\": .name}]"
        setting: tenant
      """;

  private Books() {}

  /** A program with this authorisation. */
  static Program authorisedBy(String authorisation) {
    return Sketch.program(
        """
        capabilities: [read.invoices]
        base: https://api.example.test/v1
        settings:
          - {name: user, label: User, type: text}
          - {name: key, label: Key, type: secret}
          - {name: tenant, label: Tenant, type: text}
        errors:
          - {status: 400, when: '.reason == "early"', then: wait, seconds: 300}
          - {status: 401, then: refresh}
        authorisation:
        %s
        streams:
          invoices:
            gives: [read.invoices]
            every: PT15M
            request: {path: /invoices}
            records: .invoices
            key: .id
            paging: {kind: none}
            mapping: invoices.jslt
        """
            .formatted(authorisation.strip().indent(2)));
  }
}
