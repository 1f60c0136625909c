package dev.idos.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.CredentialSignatures;
import dev.idos.crypto.Sha256;
import dev.idos.crypto.WalletKey;
import dev.idos.protocol.AccessGrantId;
import dev.idos.protocol.AttributeId;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.InserterId;
import dev.idos.protocol.UserId;
import dev.idos.protocol.Utf8;
import dev.idos.protocol.WalletId;
import dev.idos.protocol.WriteGrantId;
import dev.idos.protocol.action.AccessGrantAction.CreateAgByDagForCopy;
import dev.idos.protocol.action.AccessGrantAction.RevokeAccessGrant;
import dev.idos.protocol.action.Action;
import dev.idos.protocol.action.AttributeAction.AddAttribute;
import dev.idos.protocol.action.AttributeAction.EditAttribute;
import dev.idos.protocol.action.AttributeAction.RemoveAttribute;
import dev.idos.protocol.action.CredentialAction.AddCredential;
import dev.idos.protocol.action.CredentialAction.EditCredential;
import dev.idos.protocol.action.CredentialAction.RemoveCredential;
import dev.idos.protocol.action.CredentialAction.RescindSharedCredential;
import dev.idos.protocol.action.CredentialAction.ShareCredential;
import dev.idos.protocol.action.EconomyAction.ActionCostingGas;
import dev.idos.protocol.action.InserterAction.AddDelegateAsOwner;
import dev.idos.protocol.action.InserterAction.AddInserterAsOwner;
import dev.idos.protocol.action.UserAction.AddUserAsInserter;
import dev.idos.protocol.action.WalletAction.AddWallet;
import dev.idos.protocol.action.WalletAction.RemoveWallet;
import dev.idos.protocol.action.WalletAction.UpsertWalletAsInserter;
import dev.idos.protocol.payload.ActionCall;
import dev.idos.protocol.payload.ActionExecution;
import dev.idos.protocol.payload.RawStatement;
import dev.idos.protocol.query.AccessGrantQuery.DagMessage;
import dev.idos.protocol.query.AccessGrantQuery.DwgMessage;
import dev.idos.protocol.query.AccessGrantQuery.GetAccessGrantsGranted;
import dev.idos.protocol.query.AccessGrantQuery.GetAccessGrantsGrantedCount;
import dev.idos.protocol.query.AccessGrantQuery.GetAccessGrantsOwned;
import dev.idos.protocol.query.AttributeQuery.GetAttributes;
import dev.idos.protocol.query.CredentialQuery.GetCredentialOwned;
import dev.idos.protocol.query.CredentialQuery.GetCredentialShared;
import dev.idos.protocol.query.CredentialQuery.GetCredentials;
import dev.idos.protocol.query.CredentialQuery.GetCredentialsSharedByUser;
import dev.idos.protocol.query.EconomyQuery.GetAllowance;
import dev.idos.protocol.query.ProfileQuery.GetUser;
import dev.idos.protocol.query.ProfileQuery.GetUserAsInserter;
import dev.idos.protocol.query.ProfileQuery.GetWallets;
import dev.idos.protocol.query.ProfileQuery.HasProfile;
import dev.idos.protocol.transaction.Transaction;
import dev.idos.protocol.transaction.TransactionBody;
import dev.idos.protocol.transaction.TransactionCodec;
import dev.idos.protocol.value.EncodedValue;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What a real node of the original answered (`kwil-observed.md`), case by case and in its order,
/// against ours. Where `wire.md` or `ledger.md` decide otherwise, the case says so in its name.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObservedAnswersTest {

  private static final long IN_2100 = 4_102_444_800L;
  private static final String KEY = "b".repeat(43) + "=";
  private static final String NOTES = "{\"id\":\"note-1\"}";
  private static final Bytes CONTENT = Bytes.of(1, 2, 3, 4);
  private static final CredentialSignatures SIGNED =
      CredentialSignatures.sign(InsecureTestKeys.repeated(0x11), NOTES, CONTENT);
  private static final CredentialSignatures SIGNED_COPY =
      CredentialSignatures.sign(InsecureTestKeys.repeated(0x12), "", CONTENT);

  private final List<DynamicTest> cases = new ArrayList<>();
  private final UserId userA = new UserId(uuid(1));
  private final UserId userB = new UserId(uuid(2));
  private final CredentialId original = new CredentialId(uuid(10));
  private final CredentialId openCopy = new CredentialId(uuid(11));
  private final CredentialId lockedCopy = new CredentialId(uuid(12));
  private final WalletKey keyC = WalletKey.evm(InsecureTestKeys.repeated(0xc1));

  private TestNode node;
  private Person owner;
  private Person inserter;
  private Person a;
  private Person b;
  private Person stranger;

  @BeforeAll
  void start(@TempDir Path folder) {
    node = TestNode.start(folder.resolve("data"));
    owner = new Person(node, TestNode.OWNER);
    inserter = new Person(node, TestNode.INSERTER);
    a = new Person(node, WalletKey.evm(InsecureTestKeys.repeated(0xa1)));
    b = new Person(node, WalletKey.evm(InsecureTestKeys.repeated(0xb1)));
    stranger = new Person(node, WalletKey.faceSign(InsecureTestKeys.repeated(0xd1)));
    for (Person person : List.of(owner, inserter, a, b, stranger)) {
      assertThat(person.logIn().status()).isEqualTo(200);
    }
  }

  @AfterAll
  void stop() {
    node.close();
  }

  @TestFactory
  Stream<DynamicTest> as_observed() {
    readingTheChain();
    inserters();
    wallets();
    credentials();
    arguments();
    calls();
    sharing();
    grants();
    attributes();
    broadcasts();
    return cases.stream();
  }

  private void readingTheChain() {
    expect("user.version", () -> node.call("user.version", "{}"), result("api_ver", "0.2.0"));
    expect(
        "user.chain_info",
        () -> node.call("user.chain_info", "{}"),
        response -> {
          assertThat(response.result().path("chain_id").asText()).isEqualTo(TestNode.CHAIN);
          assertThat(response.result().path("block_hash").asText()).matches("[0-9a-f]{64}");
          assertThat(response.result().path("gas").asBoolean(true)).isFalse();
        });
    expect(
        "user.health (mode open)",
        () -> node.call("user.health", "{}"),
        response -> assertThat(response.result().path("mode").asText()).isEqualTo("open"));
    expect(
        "user.challenge",
        () -> node.call("user.challenge", "{}"),
        response ->
            assertThat(response.result().path("challenge").asText()).matches("[0-9a-f]{64}"));
    expect(
        "user.num_accounts",
        () -> node.call("user.num_accounts", "{}"),
        response -> assertThat(response.result().path("count").isNumber()).isTrue());
    expect(
        "user.query with other SQL (closed: -903)",
        () -> node.call("user.query", "{'query':'SELECT 1','params':{}}"),
        error(200, -903, "ad hoc queries are not allowed: call a view"));
    expect(
        "user.query info.actions",
        () ->
            node.call(
                "user.query",
                "{'query':'SELECT * FROM info.actions WHERE namespace = $namespace','params':"
                    + "{'$namespace':{'type':{'name':'text','is_array':false,'metadata':[0,0]},"
                    + "'data':['AW1haW4=']}}}"),
        response -> {
          assertThat(response.result().path("column_names").toString())
              .contains("\"name\"", "\"parameter_names\"", "\"access_modifiers\"");
          assertThat(response.result().path("values").toString())
              .contains("\"get_user\"", "\"PUBLIC\",\"VIEW\"", "\"$id\"");
        });
    expect(
        "user.authenticated_query (closed: -903)",
        () -> node.call("user.authenticated_query", "{}"),
        error(200, -903, "not allowed"));
    expect(
        "user.tx_query unknown hash",
        () -> node.call("user.tx_query", "{'tx_hash':'%s'}".formatted("ab".repeat(32))),
        error(200, -202, "transaction not found"));
    expect(
        "user.tx_query malformed hash",
        () -> node.call("user.tx_query", "{'tx_hash':'abc'}"),
        error(400, -32602, "invalid hash length: expected 64, got 3"));
    expect(
        "user.account never seen",
        () ->
            node.call(
                "user.account",
                "{'id':{'identifier':'%s','key_type':'secp256k1'}}".formatted("0a".repeat(20))),
        response ->
            assertThat(response.result().toString()).isEqualTo("{\"balance\":\"0\",\"nonce\":0}"));
    expect(
        "user.account without id",
        () -> node.call("user.account", "{}"),
        error(400, -32602, "missing account identifier"));
    expect(
        "user.account of an unknown key type",
        () -> node.call("user.account", "{'id':{'identifier':'0a','key_type':'rsa'}}"),
        error(200, -500, "account info error"));
    expect(
        "user.estimate_price",
        () -> node.call("user.estimate_price", "{'tx':{'signature':{'sig':null}}}"),
        result("price", "0"));
    expect(
        "chain.block_header (not served)",
        () -> node.call("chain.block_header", "{'height':1000000}"),
        error(404, -32601, "unknown method"));
  }

  private void inserters() {
    var added = new AddInserterAsOwner(new InserterId(uuid(100)), "second");
    applied("owner adds inserter", owner, added);
    refused(
        "owner adds same inserter again (friendly text)",
        owner,
        added,
        "an inserter with this id or name already exists");
    applied(
        "owner adds delegate",
        owner,
        new AddDelegateAsOwner(stranger.key().caller(), new InserterId(uuid(100))));
    refused(
        "non-owner calls OWNER action",
        a,
        new AddInserterAsOwner(new InserterId(uuid(101)), "third"),
        "action is owner-only: action add_inserter_as_owner can only be executed by the owner");
    refused(
        "user calls inserter action",
        a,
        new AddUserAsInserter(new UserId(uuid(9)), KEY, "user"),
        "Unauthorized inserter");
    applied("inserter adds user A", inserter, new AddUserAsInserter(userA, KEY, "user"));
    applied("inserter adds user B", inserter, new AddUserAsInserter(userB, KEY, "user"));
    refused(
        "duplicate user id (friendly text)",
        inserter,
        new AddUserAsInserter(userB, KEY, "mpc"),
        "a user with this id already exists");
    refused(
        "bad password store (friendly text)",
        inserter,
        new AddUserAsInserter(new UserId(uuid(9)), KEY, "paper"),
        "encryption_password_store must be user or mpc");
  }

  private void wallets() {
    applied("inserter adds wallet A", inserter, walletOf(userA, a.key(), 20));
    applied("inserter adds wallet B", inserter, walletOf(userB, b.key(), 21));
    refused(
        "wallet with foreign signature",
        a,
        new AddWallet(new WalletId(uuid(22)), keyC.address(), null, "EVM", "m", b.key().proof("m")),
        "wallet is invalid");
    refused(
        "unsupported wallet type",
        a,
        new AddWallet(new WalletId(uuid(22)), "x", null, "Doge", "m", "s"),
        "unsupported wallet type");
    rows("get_user A", () -> a.view(new GetUser()), 1);
    rows("get_user of a stranger", () -> stranger.view(new GetUser()), 0);
    rows("get_wallets A", () -> a.view(new GetWallets()), 1);
    truth("has_profile yes", a.key().address(), true);
    truth("has_profile no", keyC.address(), false);
    truth("has_profile lower case address", a.key().address().toLowerCase(Locale.ROOT), true);
    applied("user adds second wallet C", a, addWallet(keyC, 23));
    refused(
        "same wallet again, other id",
        a,
        addWallet(keyC, 24),
        "wallet address already exists in idos");
    refused(
        "wallet of another user",
        a,
        addWallet(b.key(), 24),
        "wallet address already exists in idos");
    applied(
        "remove wallet of another user (no effect)", a, new RemoveWallet(new WalletId(uuid(21))));
    rows("get_wallets B still has its wallet", () -> b.view(new GetWallets()), 1);
  }

  private void credentials() {
    applied("add credential", a, credential(original, SIGNED));
    refused(
        "wrong public notes signature",
        a,
        credential(
            new CredentialId(uuid(13)),
            new CredentialSignatures(
                SIGNED.issuerKeyHex(),
                SIGNED.broaderSignatureBase64(),
                SIGNED.broaderSignatureBase64())),
        "signature is wrong");
    refused(
        "issuer key not hex",
        a,
        credential(
            new CredentialId(uuid(13)),
            new CredentialSignatures(
                "zz", SIGNED.notesSignatureBase64(), SIGNED.broaderSignatureBase64())),
        "invalid issuer public key");
    refused(
        "credential by stranger without profile (friendly text)",
        stranger,
        credential(new CredentialId(uuid(13)), SIGNED),
        "the caller has no profile");
  }

  private void arguments() {
    EncodedValue id = EncodedValue.uuid(original.value());
    refused(
        "too many arguments",
        a,
        "remove_credential",
        List.of(id, id),
        "action invocation error: action \"remove_credential\" expected at most 1 arguments, but"
            + " got 2");
    refused(
        "argument of wrong type (text for uuid)",
        a,
        "remove_credential",
        List.of(EncodedValue.text("x")),
        "type error: action \"remove_credential\" expected argument 1 to be of type uuid, but got"
            + " text");
    refused(
        "argument text that is a valid uuid",
        a,
        "remove_credential",
        List.of(EncodedValue.text(uuid(10).toString())),
        "type error: action \"remove_credential\" expected argument 1 to be of type uuid, but got"
            + " text");
    refused(
        "null for uuid",
        a,
        "remove_credential",
        List.of(EncodedValue.nullValue()),
        "the credential does not belong to the caller");
    refused(
        "unknown action",
        a,
        "no_such_action",
        List.of(),
        "unknown action: action \"no_such_action\" does not exist in namespace \"main\"");
    refused(
        "private action executed",
        a,
        "credential_exist",
        List.of(id),
        "action is private: action credential_exist is private");
  }

  private void calls() {
    rows("get_credentials A", () -> a.view(new GetCredentials()), 1);
    rows("get_credential_owned", () -> a.view(new GetCredentialOwned(original)), 1);
    rows("get_credential_owned foreign", () -> b.view(new GetCredentialOwned(original)), 0);
    rows(
        "get_credential_owned unknown id",
        () -> a.view(new GetCredentialOwned(new CredentialId(uuid(999)))),
        0);
    expect(
        "get_credential_owned without sender (needs a session: -901)",
        () ->
            node.call(
                "user.call",
                "{'body':{'payload':'%s'},'auth_type':'secp256k1_ep','sender':'','signature':''}"
                    .formatted(Person.CATALOGUE.encode(new GetCredentialOwned(original)).base64())),
        error(401, -901, "not authorized"));
    denied(
        "get_credential_shared not granted",
        () -> b.view(new GetCredentialShared(original)),
        "the credential is not shared with the caller");
    denied(
        "get_credential_shared unknown id (tells nothing more)",
        () -> b.view(new GetCredentialShared(new CredentialId(uuid(999)))),
        "the credential is not shared with the caller");
    EncodedValue id = EncodedValue.uuid(original.value());
    engineError(
        "call private action",
        "credential_exist",
        List.of(id),
        "action is private: action credential_exist is private");
    engineError(
        "call mutative action",
        "remove_credential",
        List.of(id),
        "connection is read-only and cannot mutate state: action \"remove_credential\" requires a"
            + " writer connection");
    engineError(
        "call unknown action",
        "no_such_action",
        List.of(),
        "unknown action: action \"no_such_action\" does not exist in namespace \"main\"");
    engineError(
        "call too few arguments",
        "get_credential_owned",
        List.of(),
        "missing required argument 1 ($id)");
    engineError(
        "call too many arguments",
        "get_credentials",
        List.of(id),
        "action invocation error: action \"get_credentials\" expected at most 0 arguments, but"
            + " got 1");
    denied(
        "call inserter-only view",
        () -> a.view(new GetUserAsInserter(userB)),
        "Unauthorized inserter");
    engineError(
        "call owner-only action",
        "add_inserter_as_owner",
        List.of(id, EncodedValue.text("x")),
        "connection is read-only and cannot mutate state: action \"add_inserter_as_owner\""
            + " requires a writer connection");
    expect(
        "call with payload of garbage",
        () -> a.view(Utf8.encode("garbage")),
        response -> {
          assertThat(response.status()).isEqualTo(400);
          assertThat(response.errorCode()).isEqualTo(-32602);
          assertThat(response.errorMessage()).startsWith("failed to convert action call: ");
        });
    expect(
        "call with unknown auth_type",
        () -> callAs("nosuch", "0a".repeat(20)),
        error(200, -601, "failed to get caller: authenticator not found: nosuch"));
    expect(
        "call with sender of 3 bytes",
        () -> callAs("secp256k1_ep", "0a0a0a"),
        error(200, -601, "failed to get caller: invalid eth address with 3 bytes"));
    rows(
        "call empty namespace",
        () -> a.view(new ActionCall("", "get_credential_owned", List.of(id))),
        1);
  }

  private void sharing() {
    refused(
        "remove foreign credential",
        b,
        new RemoveCredential(original),
        "the credential does not belong to the caller");
    refused(
        "remove unknown credential",
        a,
        new RemoveCredential(new CredentialId(uuid(999))),
        "the credential does not belong to the caller");
    applied("share credential, no timelock", a, share(openCopy, original, "", 0));
    applied("share credential with timelock 2100", a, share(lockedCopy, original, "", IN_2100));
    refused(
        "share with public notes",
        a,
        share(new CredentialId(uuid(14)), original, "x", 0),
        "shared credentials cannot have public_notes, it must be an empty string");
    refused(
        "share foreign credential",
        b,
        share(new CredentialId(uuid(14)), original, "", 0),
        "original credential does not belong to the caller");
    refused(
        "share same copy id again (friendly text)",
        a,
        share(openCopy, original, "", 0),
        "a credential with this id already exists");
    rows("get_access_grants_owned A", () -> a.view(new GetAccessGrantsOwned()), 2);
    rows(
        "get_access_grants_granted B page 1 size 10",
        () -> b.view(new GetAccessGrantsGranted(null, 1L, 10L)),
        2);
    denied(
        "get_access_grants_granted page 0",
        () -> b.view(new GetAccessGrantsGranted(null, 0L, 10L)),
        "page has to be a positive integer");
    expect(
        "get_access_grants_granted_count",
        () -> b.view(new GetAccessGrantsGrantedCount(null)),
        response ->
            assertThat(response.result().path("query_result").path("values").toString())
                .isEqualTo("[[\"2\"]]"));
    rows("get_credential_shared granted", () -> b.view(new GetCredentialShared(openCopy)), 1);
    rows(
        "get_credentials_shared_by_user",
        () -> b.view(new GetCredentialsSharedByUser(userA, null)),
        2);
    rows(
        "dag_message",
        () ->
            a.view(
                new DagMessage(a.key().address(), b.key().address(), openCopy, 0, "ab".repeat(32))),
        1);
    expect(
        "dwg_message with bad date",
        () -> a.view(dwg("tomorrow", "2030-01-01T00:00:00Z")),
        response -> {
          assertThat(response.status()).isEqualTo(200);
          assertThat(response.errorCode()).isEqualTo(-300);
          assertThat(response.errorMessage()).startsWith("parsing time \"tomorrow\"");
        });
    denied(
        "dwg_message times reversed",
        () -> a.view(dwg("2030-01-02T00:00:00Z", "2030-01-01T00:00:00Z")),
        "not_usable_before must be before not_usable_after");
    expect(
        "get_allowance",
        () -> a.view(new GetAllowance()),
        response ->
            assertThat(response.result().path("query_result").path("column_types").toString())
                .isEqualTo("[{\"name\":\"numeric\",\"is_array\":false,\"metadata\":[78,0]}]"));
  }

  private void grants() {
    refused(
        "revoke grant of another",
        stranger,
        () -> new RevokeAccessGrant(grantOf(openCopy)),
        "the access grant not found");
    refused(
        "revoke unknown grant",
        a,
        new RevokeAccessGrant(new AccessGrantId(uuid(999))),
        "the access grant not found");
    refused(
        "edit shared copy",
        a,
        new EditCredential(
            openCopy,
            "",
            SIGNED_COPY.notesSignatureBase64(),
            SIGNED_COPY.broaderSignatureBase64(),
            CONTENT.base64(),
            KEY,
            SIGNED_COPY.issuerKeyHex()),
        "can not edit shared credential");
    refused(
        "remove copy with locked grant",
        a,
        new RemoveCredential(lockedCopy),
        "there are locked access grants for this credential");
    expect(
        "revoke open grant",
        () -> a.execute(new RevokeAccessGrant(grantOf(openCopy))),
        ObservedAnswersTest::assertApplied);
    applied("rescind shared (locked copy), by grantee", b, new RescindSharedCredential(lockedCopy));
    refused(
        "rescind unknown",
        b,
        new RescindSharedCredential(new CredentialId(uuid(999))),
        "can not find the credential shared to you");
    applied("share once more", a, share(new CredentialId(uuid(15)), original, "", 0));
    refused(
        "create_ag_by_dag bad signature",
        a,
        new CreateAgByDagForCopy(
            a.key().address(),
            stranger.key().caller(),
            new CredentialId(uuid(15)),
            0,
            Sha256.of(CONTENT).hex(),
            b.key().proof("another text")),
        "the dag_signature is invalid");
  }

  private void attributes() {
    var id = new AttributeId(uuid(30));
    applied("add attribute", a, new AddAttribute(id, "color", "blue"));
    applied("edit attribute", a, new EditAttribute(id, "color", "red"));
    applied("remove foreign attribute (no effect)", b, new RemoveAttribute(id));
    applied("remove attribute", a, new RemoveAttribute(id));
    applied("action_costing_gas", a, new ActionCostingGas());
    expect(
        "two tuples, second violates pk (friendly text)",
        () ->
            a.execute(
                ActionExecution.TYPE,
                Person.CATALOGUE
                    .execution(
                        List.of(new AddAttribute(id, "a", "1"), new AddAttribute(id, "a", "2")))
                    .encode()),
        response -> assertRefused(response, "an attribute with this id already exists"));
    rows("and the first tuple left nothing", () -> a.view(new GetAttributes()), 0);
    expect(
        "no tuples for action with parameters",
        () ->
            a.execute(
                ActionExecution.TYPE,
                new ActionExecution("main", "remove_attribute", List.of()).encode()),
        response -> assertRefused(response, "missing required argument 1 ($id)"));
    expect(
        "unknown namespace",
        () ->
            a.execute(ActionExecution.TYPE, new ActionExecution("nosuch", "x", List.of()).encode()),
        response -> assertRefused(response, "namespace \"nosuch\" does not exist"));
    expect(
        "raw SQL by a user",
        () ->
            a.execute(RawStatement.TYPE, new RawStatement("DELETE FROM users", List.of()).encode()),
        response ->
            assertRefused(response, "user does not have privilege DELETE on namespace \"main\""));
  }

  private void broadcasts() {
    Bytes gas = Person.CATALOGUE.encode(new ActionCostingGas());
    expect(
        "nonce too high (gap)",
        () -> a.broadcast(a.signed("execute", gas, a.nonce() + 6), 1),
        response -> {
          assertRejected(response, 4, "invalid nonce for account ");
          assertThat(response.errorData().path("message").asText())
              .endsWith("got %d, expected %d".formatted(a.nonce() + 6, a.nonce() + 1));
        });
    expect(
        "wrong chain id",
        () -> a.broadcast(a.sign(body("", "execute", gas, "other-chain")), 1),
        response -> assertRejected(response, 5, "wrong chain ID: other-chain"));
    expect(
        "empty chain id (W33: refused)",
        () -> a.broadcast(a.sign(body("", "execute", gas, "")), 1),
        response -> assertRejected(response, 5, "wrong chain ID: "));
    expect(
        "signature truncated",
        () -> {
          Transaction whole = next(gas);
          return a.broadcast(withSignature(whole, whole.signature().slice(0, 30)), 1);
        },
        response ->
            assertRejected(
                response,
                65535,
                "failed to verify the transaction: invalid signature length: expected 65,"
                    + " received 30"));
    expect(
        "sender of another key",
        () -> {
          Transaction whole = next(gas);
          return a.broadcast(
              new Transaction(
                  whole.body(),
                  whole.serialization(),
                  whole.authType(),
                  whole.signature(),
                  b.key().sender()),
              1);
        },
        response ->
            assertRejected(
                response,
                65535,
                "failed to verify the transaction: invalid signature: expected address "));
    expect(
        "unknown signature type",
        () -> {
          Transaction whole = next(gas);
          return a.broadcast(
              new Transaction(
                  whole.body(), whole.serialization(), "nosuch", whole.signature(), whole.sender()),
              1);
        },
        response ->
            assertRejected(
                response,
                65535,
                "failed to verify the transaction: authenticator not found: nosuch"));
    expect(
        "unknown serialization",
        () -> {
          Transaction whole = next(gas);
          return a.broadcast(
              new Transaction(
                  whole.body(), "morse", whole.authType(), whole.signature(), whole.sender()),
              1);
        },
        response ->
            assertRejected(
                response, 65535, "failed to verify the transaction: invalid serialization type"));
    expect(
        "description of 201 chars",
        () -> a.broadcast(a.sign(body("d".repeat(201), "execute", gas, TestNode.CHAIN)), 1),
        response ->
            assertRejected(
                response, 65535, "failed to verify the transaction: description is too long"));
    expect(
        "unknown payload type",
        () -> a.broadcast(a.sign(body("", "transfer", gas, TestNode.CHAIN)), 1),
        response -> assertRejected(response, 2, "unknown payload type"));
    expect(
        "payload of garbage (malformed: never reaches the pool)",
        () -> a.broadcast(a.signed("execute", Utf8.encode("garbage"), a.nonce() + 1), 1),
        response -> {
          assertThat(response.status()).isEqualTo(400);
          assertThat(response.errorCode()).isEqualTo(-32602);
        });
    acceptance(gas);
  }

  private void acceptance(Bytes gas) {
    var sent = new ArrayList<Transaction>();
    expect(
        "broadcast sync=0 (accept)",
        () -> {
          sent.add(next(gas));
          return a.broadcast(sent.getFirst(), 0);
        },
        response -> assertThat(response.result().path("tx_hash").asText()).matches("[0-9a-f]{64}"));
    expect(
        "same tx again while pending or after commit (its outcome is returned)",
        () -> a.broadcast(sent.getFirst(), 1),
        ObservedAnswersTest::assertApplied);
    expect(
        "user.tx_query of a decided transaction shows no payload",
        () ->
            node.call(
                "user.tx_query",
                "{'tx_hash':'%s'}".formatted(TransactionCodec.hash(sent.getFirst()).hex())),
        response -> {
          assertThat(response.result().path("height").asLong()).isPositive();
          assertThat(response.result().path("tx_result").path("code").asInt()).isZero();
          assertThat(response.result().path("tx").path("body").path("payload").asText("none"))
              .isEmpty();
          assertThat(response.result().path("tx").path("signature").path("sig").asText("none"))
              .isEmpty();
          assertThat(response.result().path("tx").path("sender").asText())
              .isEqualTo(a.key().sender().hex());
        });
    expect(
        "user.account afterwards",
        () ->
            node.call(
                "user.account",
                "{'id':{'identifier':'0x%s','key_type':'secp256k1'},'status':1}"
                    .formatted(a.key().sender().hex())),
        response -> assertThat(response.result().path("nonce").asLong()).isEqualTo(a.nonce() + 1));
  }

  private Transaction next(Bytes payload) {
    return a.signed("execute", payload, a.nonce() + 1);
  }

  private TransactionBody body(String description, String type, Bytes payload, String chain) {
    return new TransactionBody(description, payload, type, BigInteger.ZERO, a.nonce() + 1, chain);
  }

  private static Transaction withSignature(Transaction whole, Bytes signature) {
    return new Transaction(
        whole.body(), whole.serialization(), whole.authType(), signature, whole.sender());
  }

  private AccessGrantId grantOf(CredentialId copy) {
    for (var row :
        a.view(new GetAccessGrantsOwned()).result().path("query_result").path("values")) {
      if (row.path(3).asText().equals(copy.toString())) {
        return new AccessGrantId(UUID.fromString(row.path(0).asText()));
      }
    }
    throw new AssertionError("no grant for the copy");
  }

  private Response callAs(String authType, String sender) {
    return node.call(
        "user.call",
        "{'body':{'payload':'%s'},'auth_type':'%s','sender':'%s','signature':''}"
            .formatted(Person.CATALOGUE.encode(new GetUser()).base64(), authType, sender));
  }

  private DwgMessage dwg(String before, String after) {
    return new DwgMessage(
        a.key().address(),
        b.key().address(),
        SIGNED.issuerKeyHex(),
        new WriteGrantId(uuid(40)),
        "2030-01-01T00:00:00Z",
        before,
        after);
  }

  private static UpsertWalletAsInserter walletOf(UserId user, WalletKey key, int id) {
    return new UpsertWalletAsInserter(
        new WalletId(uuid(id)), user, key.address(), null, "EVM", "m", key.proof("m"));
  }

  private static AddWallet addWallet(WalletKey key, int id) {
    return new AddWallet(new WalletId(uuid(id)), key.address(), null, "EVM", "n", key.proof("n"));
  }

  private static AddCredential credential(CredentialId id, CredentialSignatures signed) {
    return new AddCredential(
        id,
        signed.issuerKeyHex(),
        KEY,
        CONTENT.base64(),
        NOTES,
        signed.notesSignatureBase64(),
        signed.broaderSignatureBase64());
  }

  private ShareCredential share(
      CredentialId copy, CredentialId from, String notes, long lockedUntil) {
    return new ShareCredential(
        copy,
        from,
        notes,
        SIGNED_COPY.notesSignatureBase64(),
        SIGNED_COPY.broaderSignatureBase64(),
        CONTENT.base64(),
        Sha256.of(CONTENT).hex(),
        KEY,
        SIGNED_COPY.issuerKeyHex(),
        b.key().address(),
        lockedUntil);
  }

  private void expect(String name, Supplier<Response> request, Consumer<Response> expectation) {
    cases.add(DynamicTest.dynamicTest(name, () -> expectation.accept(request.get())));
  }

  private void applied(String name, Person person, Action action) {
    expect(name, () -> person.execute(action), ObservedAnswersTest::assertApplied);
  }

  private void refused(String name, Person person, Action action, String text) {
    refused(name, person, () -> action, text);
  }

  private void refused(String name, Person person, Supplier<Action> action, String text) {
    expect(name, () -> person.execute(action.get()), response -> assertRefused(response, text));
  }

  private void refused(
      String name, Person person, String action, List<EncodedValue> arguments, String text) {
    Bytes payload = new ActionExecution("main", action, List.of(arguments)).encode();
    expect(
        name,
        () -> person.execute(ActionExecution.TYPE, payload),
        response -> assertRefused(response, text));
  }

  private void rows(String name, Supplier<Response> request, int count) {
    expect(
        name,
        request,
        response -> {
          var answer = response.result();
          assertThat(answer.path("error").isNull()).as(answer.toString()).isTrue();
          if (count == 0) {
            assertNoRows(response);
          } else {
            assertThat(answer.path("query_result").path("values").size()).isEqualTo(count);
          }
        });
  }

  private void truth(String name, String address, boolean expected) {
    expect(
        name,
        () -> stranger.view(new HasProfile(address)),
        response ->
            assertThat(response.result().path("query_result").path("values").toString())
                .isEqualTo("[[" + expected + "]]"));
  }

  private void denied(String name, Supplier<Response> request, String text) {
    expect(
        name,
        request,
        response -> {
          assertThat(response.status()).isEqualTo(200);
          assertThat(response.result().path("error").asText()).isEqualTo(text);
          assertNoRows(response);
        });
  }

  private void engineError(String name, String action, List<EncodedValue> arguments, String text) {
    expect(name, () -> a.view(new ActionCall("main", action, arguments)), error(200, -300, text));
  }

  private static void assertNoRows(Response response) {
    assertThat(response.result().path("query_result").toString())
        .isEqualTo("{\"column_names\":null,\"column_types\":null,\"values\":null}");
  }

  private static void assertApplied(Response response) {
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.result().path("result").path("code").asInt(-1))
        .as(response.http().body())
        .isZero();
  }

  private static void assertRefused(Response response, String text) {
    assertThat(response.status()).isEqualTo(200);
    var result = response.result().path("result");
    assertThat(result.path("code").asInt()).as(response.http().body()).isEqualTo(65535);
    assertThat(result.path("log").asText()).isEqualTo("ERROR: " + text);
    assertThat(result.path("refusal").asInt()).isPositive();
  }

  private static void assertRejected(Response response, int code, String text) {
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.errorCode()).as(response.http().body()).isEqualTo(-201);
    assertThat(response.errorMessage()).isEqualTo("broadcast error");
    assertThat(response.errorData().path("code").asInt()).isEqualTo(code);
    assertThat(response.errorData().path("message").asText()).startsWith(text);
  }

  private static Consumer<Response> error(int status, int code, String text) {
    return response -> {
      assertThat(response.status()).as(response.http().body()).isEqualTo(status);
      assertThat(response.errorCode()).isEqualTo(code);
      assertThat(response.errorMessage()).isEqualTo(text);
    };
  }

  private static Consumer<Response> result(String member, String text) {
    return response -> assertThat(response.result().path(member).asText()).isEqualTo(text);
  }

  private static UUID uuid(int number) {
    return new UUID(0x0000_0000_0000_4000L, 0x8000_0000_0000_0000L | number);
  }
}
