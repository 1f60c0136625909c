package dev.idos.node.rpc;

import dev.idos.protocol.MalformedException;
import dev.idos.protocol.rpc.RpcMethod;
import java.util.List;

/// One method of the wire, answered by this node.
public interface ServedMethod {

  /// What the OpenRPC document says about a method.
  ///
  /// @param summary one sentence
  /// @param parameters by name
  /// @param result the members of the result
  record Description(
      RpcMethod method, String summary, List<Member> parameters, List<Member> result) {

    public Description {
      parameters = List.copyOf(parameters);
      result = List.copyOf(result);
    }

    /// A method without parameters.
    public static Description of(RpcMethod method, String summary, Member... result) {
      return new Description(method, summary, List.of(), List.of(result));
    }

    /// The same with parameters.
    public Description taking(Member... taken) {
      return new Description(method, summary, List.of(taken), result);
    }
  }

  /// A member of the parameters or of the result.
  ///
  /// @param type a type of JSON Schema
  /// @param required whether it must be there
  record Member(String name, String type, boolean required) {

    /// One that is always there.
    public static Member of(String name, String type) {
      return new Member(name, type, true);
    }

    /// One that may be left out.
    public static Member optional(String name, String type) {
      return new Member(name, type, false);
    }
  }

  /// What it is for.
  Description description();

  /// Answers one request.
  ///
  /// @throws RpcFailure if there is no result
  /// @throws MalformedException if a parameter is missing or has another form
  RpcAnswer answer(RpcCall call) throws RpcFailure, MalformedException;
}
