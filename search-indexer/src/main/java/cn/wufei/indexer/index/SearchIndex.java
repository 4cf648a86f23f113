package cn.wufei.indexer.index;

import cn.wufei.indexer.document.DocumentKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The index of one kind of document. Everybody reads and writes through the alias. The index
/// behind it carries in its name the edition of its definition and the generation in which it was
/// made, so that a new one can be filled beside it.
public enum SearchIndex {
  LOTS(DocumentKind.LOT, "wufei-lots", "lots.json"),
  DEMANDS(DocumentKind.DEMAND, "wufei-demands", "demands.json");

  /// As many documents a request may ask for beside its counts. Indices of releases before it was
  /// told them refuse more than 100.
  public static final int SHOWN_BESIDE_COUNTS = 1_000;

  private static final int EDITION_BYTES = 4;

  private final DocumentKind kind;
  private final String alias;
  private final String definition;
  private final String edition;

  SearchIndex(DocumentKind kind, String alias, String resource) {
    this.kind = kind;
    this.alias = alias;
    this.definition = read(resource);
    this.edition = HexFormat.of().formatHex(hash(definition), 0, EDITION_BYTES);
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

  /// The alias of the index that is filled beside the one in use.
  public String nextAlias() {
    return alias + "-next";
  }

  /// Names the definition by what it says: whoever changes a mapping need not remember to count.
  public String edition() {
    return edition;
  }

  /// The name of an index of this definition.
  public String indexName(long generation) {
    return alias + "-" + edition + "-" + generation;
  }

  /// The edition that an index's name tells; the whole name when it tells none.
  public String editionOf(String indexName) {
    String rest = indexName.substring(Math.min(alias.length() + 1, indexName.length()));
    int end = rest.indexOf('-');
    return end < 0 ? rest : rest.substring(0, end);
  }

  /// Settings and mappings, as JSON.
  String definition() {
    return definition;
  }

  private static String read(String resource) {
    try (InputStream in = SearchIndex.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the definition of an index is not packed: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
