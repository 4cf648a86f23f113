package cn.wufei.exchange.searchfeed;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.indexing.FullComparison;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.search.MarketFixture;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.document.LotDocument;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RenewDocumentsIT {

  /// Also to be indexed: where the index was quicker than the change, it would differ for good.
  private static final String OLD =
      "update search_document set edition = 1, body = json_remove(body, '$.matching'),"
          + " revision = revision + 1, pending = 1 where id = ?";

  @Test
  void documents_of_an_earlier_release_are_made_anew_and_found_again() throws SQLException {
    Trade trade = Trade.begin();
    String lot = trade.publish(50_000).text("id");
    String demand = trade.buyer().post("/demands", trade.demand(50_000)).expect(201).text("id");
    String lotText = textOf(lot);
    String demandText = textOf(demand);
    age(lot);
    age(demand);

    renew();

    assertThat(textOf(lot)).isEqualTo(lotText).contains("\"matching\"");
    assertThat(textOf(demand)).isEqualTo(demandText).contains("\"matching\"");
    assertThat(editionOf(lot)).isEqualTo(SearchDocumentStore.EDITION);
    assertThat(editionOf(demand)).isEqualTo(SearchDocumentStore.EDITION);
    FullComparison.awaitEqual();
  }

  @Test
  void documents_of_this_release_stay_as_they_are() throws SQLException {
    String lot = Trade.begin().publish(50_000).text("id");
    long before = number("select revision from search_document where id = ?", lot);

    renew();

    assertThat(number("select revision from search_document where id = ?", lot)).isEqualTo(before);
  }

  @Test
  void a_document_with_nothing_behind_it_is_tried_once() throws SQLException {
    LotDocument orphan =
        MarketFixture.lot(Fixtures.producer(), "无主", new GeoPoint(36.5, 117.8), "1");
    MarketFixture.put(orphan);
    age(orphan.id());
    String text = textOf(orphan.id());

    renew();

    assertThat(editionOf(orphan.id())).isEqualTo(SearchDocumentStore.EDITION);
    assertThat(textOf(orphan.id())).isEqualTo(text);
  }

  private static void renew() {
    TestExchange.get().bean(RenewDocuments.class).run();
  }

  private static void age(String id) throws SQLException {
    try (Connection connection = FullComparison.connection();
        PreparedStatement statement = connection.prepareStatement(OLD)) {
      statement.setLong(1, Id.parse(id).value());
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private static long editionOf(String id) throws SQLException {
    return number("select edition from search_document where id = ?", id);
  }

  private static long number(String sql, String id) throws SQLException {
    return Long.parseLong(read(sql, id));
  }

  private static String textOf(String id) throws SQLException {
    return read("select body from search_document where id = ?", id);
  }

  private static String read(String sql, String id) throws SQLException {
    try (Connection connection = FullComparison.connection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, Id.parse(id).value());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
