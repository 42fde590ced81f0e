using System.Globalization;
using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Tests.Specs;

/// <summary>Scopes as tests write them: <c>W : matrix(n,d)  w_i, W^(1)</c>, <c>i : index n</c>, <c>u : vector(L+1)  from 0</c>, <c>asked dL/dw</c>.</summary>
public sealed class ScopeText
{
    private readonly List<Symbol> symbols = [];
    private readonly List<string> sizes = [];
    private readonly List<string> asked = [];

    public static Scope Parse(params string[] lines)
    {
        var text = new ScopeText();
        foreach (var line in lines) text.Add(line);
        return text.ToScope();
    }

    public Scope ToScope() => new(symbols.ToEquatableList(), sizes.ToEquatableList(), asked.ToEquatableList());

    public void Add(string line)
    {
        if (line.StartsWith("asked ", StringComparison.Ordinal))
        {
            asked.Add(line["asked ".Length..].Trim());
            return;
        }

        var sides = line.Split(" : ", 2);
        var name = sides[0].Trim();
        var (shape, rest) = Cut(sides[1].Trim());
        if (shape == "size") sizes.Add(name);
        else symbols.Add(Declare(name, shape, rest));
    }

    private static (string Shape, string After) Cut(string text)
    {
        var gap = text.IndexOf(' ', StringComparison.Ordinal);
        return gap < 0 ? (text, "") : (text[..gap], text[gap..].Trim());
    }

    private static Symbol Declare(string name, string shape, string rest)
    {
        var firsts = rest.StartsWith("from ", StringComparison.Ordinal) ? rest[5..].Split(',').Select(Whole).ToEquatableList() : [];
        var spellings = firsts.Count > 0 || rest.Length == 0 ? [] : rest.Split(',', StringSplitOptions.TrimEntries).ToEquatableList();
        var kind = shape.Split('(')[0];
        return kind switch
        {
            "index" => new Symbol(name, SymbolKind.Index, Shape.Scalar, Domain.Reals, [], [], ReadSize(rest)),
            "function" => new Symbol(name, SymbolKind.ScalarFunction, Shape.Scalar, Domain.Reals, [], []),
            "map" => new Symbol(name, SymbolKind.VectorMap, ReadShape(shape), Domain.Reals, [], []),
            "derived" => new Symbol(name, SymbolKind.Derived, Shape.Scalar, Domain.Reals, spellings, [], null, "0"),
            _ => new Symbol(name, SymbolKind.Variable, ReadShape(shape), Domain.Reals, spellings, firsts),
        };
    }

    private static Shape ReadShape(string text)
    {
        if (text == "scalar") return Shape.Scalar;
        var sizes = text[(text.IndexOf('(', StringComparison.Ordinal) + 1)..^1].Split(',').Select(ReadSize).ToArray();
        return sizes.Length == 1 ? new Shape.VectorShape(sizes[0]) : new Shape.MatrixShape(sizes[0], sizes[1]);
    }

    private static Size ReadSize(string text)
    {
        if (char.IsAsciiDigit(text[0])) return Size.Literal(Whole(text));
        var plus = text.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? Size.Named(text) : new Size(text[..plus], Whole(text[(plus + 1)..]));
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
