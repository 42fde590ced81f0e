using System.Globalization;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;

namespace Formulas.Analysis.Binding;

internal sealed partial class Binder
{
    /// <summary>An abbreviation at so many different indices is no abbreviation.</summary>
    private const int InstanceLimit = 200;

    /// <summary>Before the name of an index that is a part of an abbreviation's name; no name that can be written.</summary>
    private const string OwnMark = "?";

    private readonly Dictionary<string, Definition> definitions = new(StringComparer.Ordinal);
    private readonly HashSet<string> beingBound = new(StringComparer.Ordinal);
    private readonly HashSet<string> letNames = new(StringComparer.Ordinal);
    private int abbreviationDepth;
    private string? ownName;

    /// <summary>An abbreviation does not see itself; its own name means there what it meant before.</summary>
    private bool IsVisible(string name) => definitions.ContainsKey(name) && name != ownName;

    private void NoteRedeclared(Definition definition)
    {
        if (vocabulary.Declares(definition.Name) || vocabulary.IsFunction(definition.Name)) Note(Messages.AbbreviationHidesName(definition.Name, definition.NameSpan));
    }

    /// <summary>
    /// The value of an abbreviation at given indices. It is bound once per frame and referred to afterwards, so that
    /// abbreviations which double do not grow the tree.
    /// </summary>
    private Expression.LetReference BindAbbreviation(string name, EquatableList<Expression> arguments, SourceSpan span)
    {
        var definition = definitions[name];
        if (arguments.Count != definition.Parameters.Count) throw new Refusal(Messages.AbbreviationIndices(name, definition.Parameters.Count, arguments.Count, span));
        var home = HomeOf(arguments);
        var instance = new Instance(name, arguments);
        if (home.Find(instance) is { } known) return known;
        if (!beingBound.Add(name)) throw new Refusal(Messages.CircularAbbreviation(name, span));
        if (letNames.Count >= InstanceLimit) throw new Refusal(Messages.TooManyAbbreviations(InstanceLimit, span));
        if (++abbreviationDepth > Parser.DepthLimit) throw new Refusal(Messages.TooDeep(Parser.DepthLimit, span));
        var value = BindDefinition(definition, arguments, home);
        if (Subexpressions.All(value).FirstOrDefault(IsOwnIndex) is Expression.BoundIndex own) throw Unknown(own.Name[OwnMark.Length..], span);
        abbreviationDepth--;
        beingBound.Remove(name);
        var reference = new Expression.LetReference(LetName(name, arguments), value.Shape);
        home.Add(instance, reference, value);
        return reference;
    }

    /// <summary>In g'(s_i) where s_i = w sum(x) the index is a part of the name: any will do that the value does not rest on.</summary>
    private Expression.BoundIndex? OwnIndex(Syntax subscript, string parameter) =>
        subscript is Syntax.Name name && name.Text == parameter && !vocabulary.IsOpen && local?.Find(name.Text) is null && !IsVisible(name.Text) && !vocabulary.Declares(name.Text) ? new(OwnMark + name.Text) : null;

    private static bool IsOwnIndex(Expression node) => node is Expression.BoundIndex { Name: var name } && name.StartsWith(OwnMark, StringComparison.Ordinal);

    private Expression BindDefinition(Definition definition, EquatableList<Expression> arguments, Frame home)
    {
        var (outerLocal, outerFrame, outerName) = (local, frame, ownName);
        local = null;
        for (var at = 0; at < arguments.Count; at++) local = new Local(definition.Parameters[at], arguments[at], local);
        frame = home;
        ownName = definition.Name;
        var value = Bind(definition.Value);
        (local, frame, ownName) = (outerLocal, outerFrame, outerName);
        return value;
    }

    /// <summary>The innermost sum whose index the arguments use: there the value can be worked out once.</summary>
    private Frame HomeOf(EquatableList<Expression> arguments)
    {
        for (var at = frame; at.Index is not null; at = at.Outer!)
        {
            foreach (var argument in arguments)
            {
                if (Mentions(argument, at.Index)) return at;
            }
        }

        return outermost;
    }

    private static bool Mentions(Expression expression, string index) => expression switch
    {
        Expression.BoundIndex bound => bound.Name == index,
        Expression.Number or Expression.Reference or Expression.SizeOf => false,
        Expression.Negate negate => Mentions(negate.Operand, index),
        Expression.Additive sum => Mentions(sum.Left, index) || Mentions(sum.Right, index),
        _ => true,
    };

    private string LetName(string name, EquatableList<Expression> arguments)
    {
        var written = name;
        foreach (var argument in arguments)
        {
            written += argument switch
            {
                Expression.BoundIndex bound => $"_{(IsOwnIndex(bound) ? bound.Name[OwnMark.Length..] : bound.Name)}",
                Expression.Reference reference => $"_{reference.Name}",
                Expression.Number number => $"_{number.Text}",
                _ => "_",
            };
        }

        var unique = written;
        for (var number = 2; !letNames.Add(unique); number++) unique = written + "_" + number.ToString(CultureInfo.InvariantCulture);
        return unique;
    }
}
