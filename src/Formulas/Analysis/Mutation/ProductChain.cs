using Formulas.Expressions;

namespace Formulas.Analysis.Mutation;

/// <summary>Products of several factors, as a person writes them: a b c is (a b) c in the tree.</summary>
internal static class ProductChain
{
    /// <summary>The factors from left to right.</summary>
    public static IReadOnlyList<Expression> Of(Expression formula)
    {
        var factors = new List<Expression>();
        for (; formula is Expression.Product { Kind: not ProductKind.Outer } product; formula = product.Left) factors.Add(product.Right);
        factors.Add(formula);
        factors.Reverse();
        return factors;
    }

    /// <summary>The factors multiplied from left to right. Which kind of product each is follows from the shapes when the formula is read anew.</summary>
    public static Expression Joined(IReadOnlyList<Expression> factors) => factors.Aggregate((left, right) =>
        Trees.IsScalar(left) || Trees.IsScalar(right)
            ? new Expression.Product(ProductKind.Scale, left, right, Trees.IsScalar(left) ? right.Shape : left.Shape)
            : new Expression.Product(ProductKind.Matrix, left, right, right.Shape));
}
