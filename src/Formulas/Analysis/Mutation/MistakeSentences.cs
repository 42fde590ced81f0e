using Formulas.Expressions;
using Formulas.Rendering;

namespace Formulas.Analysis.Mutation;

/// <summary>Every sentence that names a mistake found by search, with its code. It shows the piece in question, never the whole answer.</summary>
internal static class MistakeSentences
{
    private const int LongestPiece = 80;

    public static Mistake SignOf(Expression term) => new("wrong-sign", $"The sign of {Show(term)} is turned.");

    public static Mistake TurnedDifference(Expression.Additive difference) =>
        new("wrong-sign", $"{Show(difference.Right)} - {ShowFactor(difference.Left)} stands where {Show(difference)} belongs.");

    public static Mistake ArgumentSign(Expression call, Expression argument) =>
        new("wrong-sign", $"The sign of the argument {Show(argument)} of {FunctionOf(call)} is turned.");

    public static Mistake ExponentSign(Expression exponent) => new("wrong-sign", $"The sign of the exponent {Show(exponent)} is turned.");

    public static Mistake EntrySign(int entry) => new("wrong-sign", $"The sign of entry {entry} is turned.");

    public static Mistake MissingTerm(Expression term) => new("missing-term", $"The term {Show(term)} is missing.");

    public static Mistake DoubledTerm(Expression term) => new("extra-term", $"The term {Show(term)} counts twice.");

    public static Mistake ExtraTerm(Expression term) => new("extra-term", $"The term {Show(term)} is added or taken away, which does not belong.");

    public static Mistake MissingFactor(Expression factor) => new("missing-factor", Slopes.IsSlope(factor)
        ? $"The factor {Show(factor)} of the chain rule is missing."
        : $"The factor {Show(factor)} is missing.");

    public static Mistake MissingFactors(Expression first, Expression second) => new("missing-factor", Slopes.IsOf(first, second)
        ? $"The factor {ShowFactor(first)} {ShowFactor(second)} of the chain rule is missing."
        : $"The factors {Show(first)} and {Show(second)} are missing.");

    public static Mistake MissingDivisor(Expression divisor) => new("missing-factor", $"The division by {Show(divisor)} is missing.");

    public static Mistake DoubledFactor(Expression factor) => new("extra-factor", $"The factor {Show(factor)} is there twice.");

    public static Mistake DoubledDivisor(Expression divisor) => new("extra-factor", $"The division by {Show(divisor)} is there twice.");

    public static Mistake ExtraFactor(Expression factor) => new("extra-factor", $"The factor {Show(factor)} is there and does not belong.");

    public static Mistake ExtraDivisor(Expression divisor) => new("extra-factor", $"The division by {Show(divisor)} is there and does not belong.");

    public static Mistake DividedFactor(Expression factor) => new("inverted", $"The formula is divided by {Show(factor)} where it should be multiplied by it.");

    public static Mistake MultipliedDivisor(Expression divisor) => new("inverted", $"The formula is multiplied by {Show(divisor)} where it should be divided by it.");

    public static Mistake TurnedOver(Expression quotient) => new("inverted", $"The quotient {Show(quotient)} is turned over.");

    public static Mistake SumForProduct(Expression left, Expression right) => new("wrong-operation", $"{Show(left)} and {Show(right)} are added where they should be multiplied.");

    public static Mistake ProductForSum(Expression left, Expression right) => new("wrong-operation", $"{Show(left)} and {Show(right)} are multiplied where they should be added or subtracted.");

    public static Mistake WrongRepetition(RepeatedOperator right) => new("wrong-operation", right == RepeatedOperator.Sum
        ? "A product over the index stands where its sum belongs."
        : "A sum over the index stands where its product belongs.");

    public static Mistake WrongProduct(Expression.Product product) =>
        new("wrong-operation", $"{Show(product.Left)} and {Show(product.Right)} are multiplied by another kind of product than the right one: entry by entry and inner products differ.");

    public static Mistake FunctionForDerivative(Expression derivative) => new("function-for-derivative", $"The function itself stands where its derivative {Show(derivative)} belongs.");

    public static Mistake DerivativeForFunction(Expression function) => new("derivative-for-function", $"A derivative stands where the function {Show(function)} itself belongs.");

    public static Mistake MissingFunction(Expression call) => new("missing-function", $"The function {FunctionOf(call)} is not applied: its argument stands alone.");

    public static Mistake WrongFunction(Expression call, string other) => new("wrong-function", $"{Capital(other)} stands where {FunctionOf(call)} belongs.");

    public static Mistake ExtraFunction(string function) => new("extra-function", $"The formula is right inside, but {function} is applied to it, which does not belong.");

    public static Mistake Complement(Expression formula) => new("complement", $"1 - {ShowFactor(formula)} stands where {Show(formula)} belongs.");

    public static Mistake OneSummand(Expression.Repeated repeated, Expression index) => repeated.Operator == RepeatedOperator.Sum
        ? new("missing-sum", $"The sum over {repeated.Index} is missing: only the summand with {repeated.Index} = {Show(index)} is there.")
        : new("missing-sum", $"The product over {repeated.Index} is missing: only the factor with {repeated.Index} = {Show(index)} is there.");

    public static Mistake OneEntry(Expression vector, Expression index) => new("missing-sum", $"Only entry {Show(index)} of {Show(vector)} is there where all are taken together.");

    public static Mistake OneSummandOf(Expression.Product product, Expression index) =>
        new("missing-sum", $"The product of {Show(product.Left)} and {Show(product.Right)} is a sum; only its summand with the index {Show(index)} is there.");

    public static Mistake MeanForSum(Expression count) => new("mean-for-sum", $"This is a mean where a sum is asked for: it is divided by {Show(count)}.");

    public static Mistake WrongRange(Expression.Repeated repeated) =>
        new("off-by-one", $"The index {repeated.Index} starts or ends one too early or too late: it runs from {Show(repeated.From)} to {Show(repeated.To)}.");

    public static Mistake WrongIndex(Expression other, Expression index) => new("wrong-index", $"The index {Show(other)} stands where {Show(index)} belongs.");

    public static Mistake SwappedIndices(Expression first, Expression second) => new("wrong-index", $"The indices {Show(first)} and {Show(second)} have changed places.");

    public static Mistake ColumnForRow(Expression.RowOf row) => new("wrong-index", $"A column of {Show(row.Source)} is taken where the row {Show(row)} belongs.");

    public static Mistake LostIndex(Expression.Entry entry) => new("wrong-index", $"The whole of {Show(entry.Source)} stands where its entry {Show(entry)} belongs.");

    public static Mistake SumForEntry(Expression.Entry entry) => new("extra-sum", $"The sum of {Show(entry.Source)} stands where its entry {Show(entry)} belongs.");

    public static Mistake WrongSymbol(string other, string right) => new("wrong-symbol", $"{other} stands where {right} belongs.");

    public static Mistake LostTranspose(Expression operand) => new("transposed", $"{Show(operand)} stands where its transpose belongs.");

    public static Mistake ExtraTranspose(Expression operand) => new("transposed", $"The transpose of {Show(operand)} stands where {Show(operand)} itself belongs.");

    public static Mistake LostTransposes() => new("transposed", "The transposes are missing: each matrix goes back by its transpose.");

    public static Mistake WrongOrder(Expression left, Expression right) => new("wrong-order", $"The product of {Show(left)} and {Show(right)} is in the wrong order: matrix products may not be exchanged.");

    public static Mistake LostExponent(Expression.Power power) => new("wrong-exponent", $"The exponent {Show(power.Exponent)} of {Show(power.Base)} is missing.");

    public static Mistake WrongExponent(Expression.Power power) => new("wrong-exponent", $"The exponent of {Show(power.Base)} is not the right one.");

    public static Mistake FactorForExponent(Expression.Power power) => new("wrong-exponent", $"{Show(power.Exponent)} is a factor of {Show(power.Base)} where it should be its exponent.");

    public static Mistake TurnedPower(Expression.Power power) => new("wrong-exponent", $"Base and exponent of {Show(power)} are exchanged.");

    public static Mistake DerivativeOfPower(Expression.Power power) => new("derivative-for-function", $"A derivative stands where the power {Show(power)} itself belongs.");

    public static Mistake WrongNumber(Expression right, Expression other) => new("wrong-number", $"The number {Show(other)} stands where {Show(right)} belongs.");

    public static Mistake TurnedInequality(Expression.Comparison comparison) => new("turned-inequality", $"The condition {Show(comparison)} is turned.");

    public static Mistake LostNot(Expression condition) => new("turned-inequality", $"The condition {Show(condition)} is not negated.");

    public static Mistake LostCondition(Expression condition) => new("missing-condition", $"The condition {Show(condition)} does not enter.");

    public static Mistake WrongLogical(LogicalOperator right) => new("wrong-operation", right == LogicalOperator.And ? "Or stands where and belongs." : "And stands where or belongs.");

    public static Mistake ExchangedCases(Expression condition) =>
        new("turned-inequality", $"The condition {Show(condition)} is turned, or the values of its two cases are exchanged.");

    public static Mistake LostBrackets(string inside) => new("lost-brackets", $"The brackets around {Cut(inside)} are missing: what stands beside them reaches only one of its terms.");

    public static Mistake PartialArgument(Expression call, Expression.Additive sum) => new("lost-brackets", $"{Capital(FunctionOf(call))} is applied to {Show(sum.Left)} alone; all of {Show(sum)} is its argument.");

    public static Mistake DistributedPower(Expression.Power power) => new("distributed", $"The power of a sum, {Show(power)}, is taken for the sum of the powers.");

    public static Mistake Distributed(Expression call) => new("distributed", $"{Capital(FunctionOf(call))} of a sum is taken for the sum of its values at each term.");

    public static Mistake FactorOutside(Expression factor, Expression call) => new("misplaced", $"The factor {Show(factor)} stands outside {FunctionOf(call)} and belongs into its argument.");

    public static Mistake FactorInside(Expression factor, Expression call) => new("misplaced", $"The factor {Show(factor)} stands in the argument of {FunctionOf(call)} and belongs outside.");

    public static Mistake AppliedToEach(Expression call) => new("misplaced", $"{Capital(FunctionOf(call))} is applied to each summand by itself; it belongs around the sum.");

    public static Mistake AppliedToSum(Expression call) => new("misplaced", $"{Capital(FunctionOf(call))} is applied to the sum; it belongs to each summand by itself.");

    public static Mistake OnlyAPiece(Expression piece) => new("only-a-piece", $"This is only one piece of the formula, {Show(piece)}.");

    public static Mistake Complemented(Expression formula) => new("complement", $"{Show(formula)} stands where 1 - {ShowFactor(formula)} belongs.");

    /// <summary>A mistake in one entry of a list.</summary>
    public static Mistake InEntry(int entry, Mistake mistake) => mistake with { Message = $"Entry {entry}: {mistake.Message}" };

    public static Mistake Sign() => new("wrong-sign", "The sign of the whole is turned as well.");

    public static Mistake Factor(double factor) => new("constant-factor", $"There is a constant factor of {factor:G4} too much as well.");

    private static string FunctionOf(Expression call) => call switch
    {
        Expression.Call { Function: var name, DerivativeOrder: var order } => name + new string('\'', order),
        Expression.GenericCall { Function: var name, DerivativeOrder: var order } => name + new string('\'', order),
        Expression.MapCall { Map: var name } => name,
        Expression.Jacobian { Map: var name } => $"J_{name}",
        _ => Show(call),
    };

    private static string Capital(string words) => words.StartsWith("the ", StringComparison.Ordinal) ? $"T{words[1..]}" : words;

    private static string ShowFactor(Expression formula) => formula is Expression.Additive ? $"({Show(formula)})" : Show(formula);

    private static string Show(Expression formula) => Cut(Calculator.Print(formula));

    private static string Cut(string text) => text.Length <= LongestPiece ? text : $"{text[..LongestPiece]}...";
}
