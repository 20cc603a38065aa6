namespace Throughgate.Domain.Rules;

/// <summary>
/// Says which rule of the register this type or member is, where that is not a duty with a citation of its own. The generated docs/rules.md
/// finds the implementing file by it.
/// </summary>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method | AttributeTargets.Property,
    AllowMultiple = true,
    Inherited = false
)]
public sealed class RuleAttribute(string id) : Attribute
{
    public string Id { get; } = id;
}
