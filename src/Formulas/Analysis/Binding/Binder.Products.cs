using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;

namespace Formulas.Analysis.Binding;

internal sealed partial class Binder
{
    /// <summary>Whether three factors or more stand in a row, so that more than one association may be tried.</summary>
    private bool IsChain(Syntax.Binary binary) =>
        IsProduct(binary) && IsJoined(binary, binary.Left) && !HasBareIdentity(binary) && !HasBareOnes(binary);

    private static bool IsProduct(Syntax syntax) =>
        syntax is Syntax.Binary { Operator: BinaryOperator.Times or BinaryOperator.ProgramTimes or BinaryOperator.Juxtaposed or BinaryOperator.Dot or BinaryOperator.Entrywise };

    /// <summary>A product as the left factor, unless it stands in brackets of its own.</summary>
    private static bool IsJoined(Syntax.Binary outer, Syntax left) =>
        IsProduct(left) && left is Syntax.Binary inner && inner.Span.Start == inner.Left.Span.Start && outer.Span.Start == inner.Span.Start;

    /// <summary>
    /// Factors are joined from the left, as written. Where no such reading fits the shapes but another association does, as in
    /// w . W x, that one is meant; products between signs for entry by entry go first then.
    /// </summary>
    /// <exception cref="Refusal">No association fits; the reason is that of the reading from the left.</exception>
    private Expression BindChain(Syntax.Binary binary)
    {
        var factors = new Stack<Operand>();
        var signs = new Stack<BinaryOperator>();
        Syntax rest = binary;
        while (rest is Syntax.Binary product && (rest == binary || IsProduct(rest)))
        {
            factors.Push(BindOperand(product.Right));
            signs.Push(product.Operator);
            rest = product.Left;
            if (!IsJoined(product, rest)) break;
        }

        factors.Push(BindOperand(rest));
        var chain = factors.ToList();
        var between = signs.ToList();
        try
        {
            return FromLeft(chain, between).Value;
        }
        catch (Refusal refusal)
        {
            return OtherAssociation(chain, between) ?? throw new Refusal(refusal.Diagnostic);
        }
    }

    private Operand FromLeft(List<Operand> factors, List<BinaryOperator> signs)
    {
        var product = factors[0];
        for (var at = 0; at < signs.Count; at++) product = Join(signs[at], product, factors[at + 1]);
        return product;
    }

    private Operand FromRight(List<Operand> factors, List<BinaryOperator> signs)
    {
        var product = factors[^1];
        for (var at = signs.Count - 1; at >= 0; at--) product = Join(signs[at], factors[at], product);
        return product;
    }

    private Operand Join(BinaryOperator sign, Operand left, Operand right)
    {
        var span = left.Span.Through(right.Span);
        return new Operand(Products.Join(sign, left, right, span), Slice(span), span);
    }

    private Expression? OtherAssociation(List<Operand> factors, List<BinaryOperator> signs)
    {
        try
        {
            var segments = new List<Operand>();
            var start = 0;
            for (var at = 0; at <= signs.Count; at++)
            {
                if (at < signs.Count && signs[at] != BinaryOperator.Entrywise) continue;
                segments.Add(Segment(factors.GetRange(start, at - start + 1), signs.GetRange(start, at - start)));
                start = at + 1;
            }

            return FromLeft(segments, signs.FindAll(sign => sign == BinaryOperator.Entrywise)).Value;
        }
        catch (Refusal)
        {
            return null;
        }
    }

    private Operand Segment(List<Operand> factors, List<BinaryOperator> signs)
    {
        try
        {
            return FromLeft(factors, signs);
        }
        catch (Refusal)
        {
            return FromRight(factors, signs);
        }
    }

    /// <summary>d^(l) is entry l of a list of whole numbers, written as layers are; as a power of a vector it has no meaning.</summary>
    private Expression? BindLayerEntry(Syntax.Binary power)
    {
        if (power.Left is not Syntax.Name name || IsVisible(name.Text) || local?.Find(name.Text) is not null) return null;
        if (vocabulary.Find(name.Text) is not { Shape: Shape.VectorShape } symbol) return null;
        var isBracketed = power.Right.Span.Length > 0 && text[power.Right.Span.Start] is '(' or '{';
        return symbol.Domain is Domain.Integers && isBracketed
            ? Index(new Operand(BindName(name), name.Text, name.Span), FirstIndices(symbol), [power.Right], power.Span)
            : null;
    }
}
