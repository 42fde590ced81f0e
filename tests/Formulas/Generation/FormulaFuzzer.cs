using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Rendering;
using Formulas.Tests.Specs;
using Formulas.Tests.Vectors;
using Formulas.Text;

namespace Formulas.Tests.Generation;

/// <summary>
/// Changes texts at random and keeps those that make the readers do something new: another diagnostic, another kind of node, another
/// pair of a node and the node above it. What is kept is changed further.
/// </summary>
internal sealed class FormulaFuzzer
{
    /// <summary>What reading, printing and rendering one text may allocate, in bytes.</summary>
    private const long Memory = 64 << 20;

    private const int LongestKept = 200;

    private static readonly string[] Words =
    [
        "x", "W", "i", "sum(", "sum(i,1,n,", "prod(", "\\frac{", "\\sum_{i=1}^{n}", "\\left(", "\\right)", "\\begin{cases}", "\\end{cases}", "&", "\\\\",
        "^", "_", "^T", "^\\top", "{", "}", "(", ")", "[", "]", "|", "||", "'", "=", ";", ",", " where ", ".", "*", "·", "⊙", "/", "-", "−", "1[", "1e9",
        "cases(", "else:", ":", "<=", "≤", "\\mathbb{1}", "\\operatorname{", "\\text{", "½", "²", "₁", "∑", "√", "σ", "Φ", "J_\\Phi", "e^", "ln ", "$", "\\(",
        "\u0301", "\u202E", "\uD835", "\0", "〖", "▒", "a > 0", "not ", "max(", "diag(", "I(", "{}", "\\dfrac12", "..", "...", "#", "%", "\\",
    ];

    private readonly Random random;
    private readonly Scope[] scopes = [Scope.Empty with { Open = true }, WellShaped.Scope];
    private readonly HashSet<string> features = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];

    public FormulaFuzzer(int seed, IEnumerable<string> corpus)
    {
        random = new(seed);
        foreach (var text in Seeds().Concat(corpus)) Try(text);
    }

    /// <summary>The texts that did something new, in the order they were found.</summary>
    public IReadOnlyList<string> Kept => texts;

    /// <summary>The lines of a corpus, with the escapes that keep each text in one line.</summary>
    public static IEnumerable<string> ReadCorpus(string folder) =>
        Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Where(line => line.Length > 0).Select(Unescape);

    public static string Escape(string text) => string.Concat(text.Select(character =>
        char.IsControl(character) || char.IsSurrogate(character) || character is '\\' or '\u2028' or '\u2029' ? $"\\u{(int)character:x4}" : character.ToString()));

    /// <summary>One change of a kept text.</summary>
    /// <returns>The text, where it did something new.</returns>
    public string? Step()
    {
        var text = texts[random.Next(texts.Count)];
        for (var change = random.Next(1, 4); change > 0; change--) text = Change(text);
        return Try(text) ? text : null;
    }

    /// <summary>Reads a text in every scope and does with it what the grader does.</summary>
    /// <returns>Whether it did something new.</returns>
    public bool Try(string text)
    {
        var isNew = false;
        foreach (var (scope, number) in scopes.Select((scope, number) => (scope, number)))
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var feature in Features(text, scope)) isNew |= features.Add($"{number}{feature}");
            var spent = GC.GetAllocatedBytesForCurrentThread() - before;
            if (spent > Memory) throw new InvalidOperationException($"{spent} bytes for a text of {text.Length} characters: {Escape(text)}");
        }

        if (isNew && text.Length <= LongestKept) texts.Add(text);
        return isNew;
    }

    private static IEnumerable<string> Features(string text, Scope scope)
    {
        switch (FormulaReader.Read(text, scope))
        {
            case Reading<Expression>.Success(var formula, var notes):
                _ = MathMl.Render(formula, scope);
                _ = Calculator.Print(formula);
                foreach (var note in notes) yield return $"note {note.Code}";
                var nodes = Subexpressions.All(formula).Take(300).ToList();
                // Neighbours in the walk stand mostly above each other.
                foreach (var (node, next) in nodes.Zip(nodes.Skip(1))) yield return $"{node.GetType().Name} {node.Shape.GetType().Name} {next.GetType().Name}";
                break;
            case Reading<Expression>.Failure(var diagnostic):
                _ = Caret.Render(text, diagnostic);
                yield return $"{diagnostic.Code} {(diagnostic.Hint is null ? "" : "hint")}";
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private string Change(string text)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 12), text.Length - at);
        var other = texts[random.Next(texts.Count)];
        return random.Next(6) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, Words[random.Next(Words.Length)]),
            2 => string.Concat(text.AsSpan(0, at), Words[random.Next(Words.Length)], text.AsSpan(at + length)),
            3 => text.Insert(at, text.Substring(at, length)),
            4 => string.Concat(text.AsSpan(0, at), other.AsSpan(random.Next(other.Length + 1))),
            _ => text.Insert(at, ((char)random.Next(32, 0x2300)).ToString()),
        };
    }

    private static IEnumerable<string> Seeds()
    {
        var specifications = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Specs"), "*.md").Order(StringComparer.Ordinal);
        return specifications.SelectMany(path => Specification.Read(path).Cases).Select(line => line.Input)
            .Concat(VectorFile.Read("pairs.tsv").SelectMany(pair => new[] { pair.Answer, pair.Reference }));
    }

    private static string Unescape(string line) => System.Text.RegularExpressions.Regex.Replace(
        line, @"\\u([0-9a-f]{4})", match => ((char)int.Parse(match.Groups[1].Value, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture)).ToString());
}
