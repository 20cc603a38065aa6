namespace Throughgate.Web.Access.SigningIn.Second;

/// <summary>Whether everybody must have a second factor, or may. Required, but where a setting or the demo says otherwise.</summary>
public sealed record SecondFactorPolicy(bool Required)
{
    public const string Setting = "THROUGHGATE_SECOND_FACTOR";

    public static SecondFactorPolicy Of(IConfiguration settings) =>
        settings[Setting]?.Trim() switch
        {
            null or "" or "required" => new(true),
            "offered" => new(false),
            var other => throw new FormatException($"{Setting} is \"{other}\". It is \"required\" (everybody has a second factor) or \"offered\" (whoever wants one)."),
        };
}

/// <summary>What a session was proved with.</summary>
public static class Proofs
{
    public const string Password = "password";

    /// <summary>A password and a second factor, a passkey that asked for its owner, or an identity provider that answers for both.</summary>
    public const string Both = "both";
}

/// <summary>How far a session is.</summary>
public enum Passage
{
    In,

    /// <summary>The second factor is still to be given.</summary>
    MustProve,

    /// <summary>There is none yet, and everybody must have one.</summary>
    MustSetUp,
}

public static class Passages
{
    /// <summary>Derived at every request from what was proved, what the account has and what is asked: nothing about it is stored.</summary>
    public static Passage Of(string proof, bool hasSecond, SecondFactorPolicy policy) =>
        proof == Proofs.Both ? Passage.In
        : hasSecond ? Passage.MustProve
        : policy.Required ? Passage.MustSetUp
        : Passage.In;
}
