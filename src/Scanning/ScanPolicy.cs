namespace Scanning;

/// <summary>
/// Which library types and members student code may use. A rule is written as in documentation comments: <c>N:System.Linq</c> is
/// a namespace (without those within it), <c>T:System.Math</c> a type with all its members, <c>M:System.Console.WriteLine</c> a member
/// (a constructor is <c>#ctor</c>). A star at the end stands for any rest. Generic types go by their names alone.
/// A member's rule goes before its type's, that before its namespace's; of two rules on one level the one
/// without a star decides, then the longer, then the refusal. What no rule names is refused.
/// </summary>
public sealed class ScanPolicy
{
    private const int MostRules = 1_000;

    // The strongest first: of those that match, the first decides.
    private readonly ApiRule[] _rules;

    private ScanPolicy(ApiRule[] rules)
    {
        Array.Sort(rules, ApiRule.ByStrength);
        _rules = rules;
    }

    /// <summary>Plain numeric code: arithmetic, collections, LINQ, spans, <c>Parallel</c>, text, <c>Console.Write</c>, MathNet.Numerics.</summary>
    public static ScanPolicy Default { get; } = new(DefaultRules.All());

    /// <summary>The rules as they are written, refusals with a minus before them: what is sent to the process that scans.</summary>
    public IEnumerable<string> Lines => _rules.Select(rule => rule.Allows ? rule.Text : $"-{rule.Text}");

    /// <summary>This policy with further rules, which go before those it has.</summary>
    /// <exception cref="FormatException">A rule does not begin with <c>N:</c>, <c>T:</c> or <c>M:</c>, or there are too many.</exception>
    public ScanPolicy With(IEnumerable<string> allow, IEnumerable<string> refuse)
    {
        ApiRule[] own = [.. refuse.Select(text => ApiRule.Read(text, allows: false)), .. allow.Select(text => ApiRule.Read(text, allows: true))];
        if (own.Length == 0) return this;
        var rules = own.Concat(_rules.Where(rule => own.All(other => other.Text != rule.Text))).ToArray();
        return rules.Length <= MostRules ? new(rules) : throw new FormatException($"A policy has at most {MostRules} rules.");
    }

    /// <summary>The policy that <see cref="Lines"/> wrote.</summary>
    /// <exception cref="FormatException">A line is no rule.</exception>
    public static ScanPolicy FromLines(IEnumerable<string> lines) =>
        new([.. lines.Take(MostRules).Select(line => line.StartsWith('-') ? ApiRule.Read(line[1..], allows: false) : ApiRule.Read(line, allows: true))]);

    /// <summary>Whether a type may be named at all: it is allowed, or some member of it is.</summary>
    internal bool AllowsType(ApiName type) =>
        Decides(type) || AllowsSomeMemberOf(type.Type);

    private bool AllowsSomeMemberOf(string type)
    {
        foreach (var rule in _rules)
        {
            if (rule.Allows && rule.NamesMemberOf(type)) return true;
        }

        return false;
    }

    internal bool AllowsMember(ApiName member)
    {
        var full = member.Full;
        foreach (var rule in _rules)
        {
            if (rule.MatchesMember(full)) return rule.Allows;
        }

        return Decides(member);
    }

    private bool Decides(ApiName type)
    {
        foreach (var rule in _rules)
        {
            if (rule.MatchesType(type)) return rule.Allows;
        }

        return false;
    }
}

/// <summary>One rule of a policy.</summary>
/// <param name="Level">0 for a namespace, 1 for a type, 2 for a member.</param>
/// <param name="Name">Without the letter and the star.</param>
/// <param name="Open">Whether a star ends it.</param>
internal sealed record ApiRule(string Text, int Level, string Name, bool Open, bool Allows)
{
    private const int LongestText = 1 << 16;

    /// <summary>Members before types before namespaces; then without a star, the longer, the refusal.</summary>
    public static Comparison<ApiRule> ByStrength { get; } = (one, other) => other.Strength - one.Strength;

    private int Strength => (Level << 20) + (Open ? 0 : 1 << 19) + (Math.Min(Text.Length, LongestText) << 1) + (Allows ? 0 : 1);

    public static ApiRule Read(string text, bool allows)
    {
        var level = text is ['N' or 'T' or 'M', ':', _, ..] ? text[0] switch { 'N' => 0, 'T' => 1, _ => 2 } : -1;
        if (level < 0) throw new FormatException($"\"{text}\" is no rule: it begins with N:, T: or M:, for a namespace, a type or a member.");
        return new(text, level, text[2..].TrimEnd('*'), text.EndsWith('*'), allows);
    }

    public bool MatchesType(ApiName api) => Level switch
    {
        0 => Matches(api.Namespace),
        1 => Matches(api.Type) || (api.Type.Length > Name.Length && api.Type[Name.Length] == '.' && api.Type.StartsWith(Name, StringComparison.Ordinal)),
        _ => false,
    };

    /// <param name="member">With its type and namespace.</param>
    public bool MatchesMember(string member) => Level == 2 && Matches(member);

    public bool NamesMemberOf(string type) =>
        Level == 2 && Name.StartsWith(type, StringComparison.Ordinal) && Name.Length > type.Length && Name[type.Length] == '.';

    private bool Matches(string name) => Open ? name.StartsWith(Name, StringComparison.Ordinal) : name == Name;
}

/// <summary>A type or member of a library, without generic arities: <c>System.Collections.Generic.List</c>, its <c>Add</c>.</summary>
/// <param name="Type">With its namespace and the types it is nested in.</param>
/// <param name="Member">Null for the type itself.</param>
internal sealed record ApiName(string Namespace, string Type, string? Member)
{
    public string Full => Member is null ? Type : $"{Type}.{Member}";

    /// <summary>As a student writes it.</summary>
    public string Shown => Member switch
    {
        null => Type,
        "#ctor" => $"new {Type}(...)",
        "#cctor" => $"the static constructor of {Type}",
        _ when Member.StartsWith("get_", StringComparison.Ordinal) || Member.StartsWith("set_", StringComparison.Ordinal)
            || Member.StartsWith("add_", StringComparison.Ordinal) => $"{Type}.{Member[4..]}",
        _ => Full,
    };
}
