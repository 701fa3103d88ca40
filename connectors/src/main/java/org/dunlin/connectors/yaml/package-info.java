/**
 * What people write in YAML for the hub: manifests of programs, descriptions of CSV files.
 *
 * <p>Bytes come in. Out go nodes and JSON values, and each fault against a JSON Schema as a
 * sentence with its line.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.yaml;
