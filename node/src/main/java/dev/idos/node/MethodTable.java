package dev.idos.node;

import dev.idos.consensus.Sequencer;
import dev.idos.ledger.genesis.Genesis;
import dev.idos.node.application.LedgerApplication;
import dev.idos.node.limit.LargeAnswers;
import dev.idos.node.rpc.AddressBudget;
import dev.idos.node.rpc.ServedMethod;
import dev.idos.node.rpc.method.Account;
import dev.idos.node.rpc.method.Authn;
import dev.idos.node.rpc.method.AuthnParam;
import dev.idos.node.rpc.method.Broadcast;
import dev.idos.node.rpc.method.Call;
import dev.idos.node.rpc.method.ChainInfo;
import dev.idos.node.rpc.method.ChainState;
import dev.idos.node.rpc.method.Challenge;
import dev.idos.node.rpc.method.EstimatePrice;
import dev.idos.node.rpc.method.Health;
import dev.idos.node.rpc.method.InfoActions;
import dev.idos.node.rpc.method.Logout;
import dev.idos.node.rpc.method.NumAccounts;
import dev.idos.node.rpc.method.Operators;
import dev.idos.node.rpc.method.Parties;
import dev.idos.node.rpc.method.Ping;
import dev.idos.node.rpc.method.Status;
import dev.idos.node.rpc.method.TxQuery;
import dev.idos.node.rpc.method.Version;
import dev.idos.node.session.PublicUrls;
import dev.idos.node.session.Sessions;
import dev.idos.protocol.action.ActionCatalogue;
import java.util.List;
import java.util.random.RandomGenerator;

/// Every method this node answers. What is not here is refused by name or unknown.
final class MethodTable {

  private MethodTable() {}

  static List<ServedMethod> of(
      Genesis genesis,
      LedgerApplication application,
      Sequencer sequencer,
      ActionCatalogue catalogue,
      ChainState chain,
      Sessions sessions,
      PublicUrls publicUrls,
      AddressBudget budget,
      NodeMetrics metrics,
      LargeAnswers largeAnswers,
      RandomGenerator chance) {
    return List.of(
        new Version(),
        new Ping(),
        new ChainInfo(chain),
        new Health(chain),
        new Account(application, sequencer),
        new NumAccounts(application),
        new EstimatePrice(),
        new Broadcast(catalogue, sequencer, budget),
        new TxQuery(genesis.chainId(), sequencer, application),
        new Call(
            catalogue,
            application.ledger()::answer,
            application,
            chain,
            sessions,
            budget,
            largeAnswers),
        new Challenge(chance),
        new InfoActions(catalogue),
        new AuthnParam(genesis.chainId(), sessions, budget),
        new Authn(sessions, budget, metrics),
        new Logout(sessions, budget, metrics),
        new Operators(genesis.operator(), publicUrls, chain),
        new Parties(application),
        new Status(chain));
  }
}
