package cn.wufei.indexer.index;

import cn.wufei.indexer.document.DocumentKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The index of one kind of document. Everybody reads and writes through the alias; the index
/// behind it carries the edition of the mapping, so that a new edition can be filled beside the old
/// one.
public enum SearchIndex {
  LOTS(DocumentKind.LOT, "wufei-lots", "lots.json"),
  DEMANDS(DocumentKind.DEMAND, "wufei-demands", "demands.json");

  private static final int MAPPING_EDITION = 2;

  private final DocumentKind kind;
  private final String alias;
  private final String resource;

  SearchIndex(DocumentKind kind, String alias, String resource) {
    this.kind = kind;
    this.alias = alias;
    this.resource = resource;
  }

  public static SearchIndex of(DocumentKind kind) {
    return switch (kind) {
      case LOT -> LOTS;
      case DEMAND -> DEMANDS;
    };
  }

  public DocumentKind kind() {
    return kind;
  }

  public String alias() {
    return alias;
  }

  /// The index that is created when there is none behind the alias.
  public String indexName() {
    return alias + "-" + MAPPING_EDITION;
  }

  /// Settings and mappings, as JSON.
  String definition() {
    try (InputStream in = SearchIndex.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the definition of an index is not packed: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
