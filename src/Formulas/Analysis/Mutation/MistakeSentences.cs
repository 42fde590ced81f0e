using Formulas.Expressions;
using Formulas.Rendering;

namespace Formulas.Analysis.Mutation;

/// <summary>Every sentence that names a mistake found by search, with its code. It shows the piece in question, never the whole answer.</summary>
internal static class MistakeSentences
{
    private const string SlopeMissing = "A factor of the chain rule is missing.";

    public static Wording SignOf(Expression term) => new("wrong-sign", $"The sign of {Show(term)} is turned.", "The sign of a term is turned.");

    public static Wording TurnedDifference(Expression.Additive difference) =>
        new("wrong-sign", $"{Show(difference.Right)} - {ShowFactor(difference.Left)} stands where {Show(difference)} belongs.", "A difference is taken the other way round.");

    public static Wording ArgumentSign(Expression call, Expression argument) =>
        new("wrong-sign", $"The sign of the argument {Show(argument)} of {FunctionOf(call)} is turned.", $"The sign of the argument of {FunctionOf(call)} is turned.");

    public static Wording ExponentSign(Expression exponent) => new("wrong-sign", $"The sign of the exponent {Show(exponent)} is turned.", "The sign of an exponent is turned.");

    public static Wording EntrySign(int entry) => new("wrong-sign", $"The sign of entry {entry} is turned.");

    public static Wording MissingTerm(Expression term) => new("missing-term", $"The term {Show(term)} is missing.", "A whole term is missing.");

    public static Wording DoubledTerm(Expression term) => new("extra-term", $"The term {Show(term)} counts twice.", "A term counts twice.");

    public static Wording ExtraTerm(Expression term) => new("extra-term", $"The term {Show(term)} is added or taken away, which does not belong.", "A term is added or taken away, which does not belong.");

    public static Wording MissingFactor(Expression factor) => Slopes.IsSlope(factor)
        ? new("missing-factor", $"The factor {Show(factor)} of the chain rule is missing.", SlopeMissing)
        : new("missing-factor", $"The factor {Show(factor)} is missing.", "A whole factor is missing.");

    public static Wording MissingFactors(Expression first, Expression second) => Slopes.IsOf(first, second)
        ? new("missing-factor", $"The factor {ShowFactor(first)} {ShowFactor(second)} of the chain rule is missing.", SlopeMissing)
        : new("missing-factor", $"The factors {Show(first)} and {Show(second)} are missing.", "Two whole factors are missing.");

    public static Wording MissingDivisor(Expression divisor) => new("missing-factor", $"The division by {Show(divisor)} is missing.", "The division by a whole piece is missing.");

    public static Wording DoubledFactor(Expression factor) => new("extra-factor", $"The factor {Show(factor)} is there twice.", "A factor is there twice.");

    public static Wording DoubledDivisor(Expression divisor) => new("extra-factor", $"The division by {Show(divisor)} is there twice.", "A division is there twice.");

    public static Wording ExtraFactor(Expression factor) => new("extra-factor", $"The factor {Show(factor)} is there and does not belong.", "A factor is there and does not belong.");

    public static Wording ExtraDivisor(Expression divisor) => new("extra-factor", $"The division by {Show(divisor)} is there and does not belong.", "A division is there and does not belong.");

    public static Wording DividedFactor(Expression factor) => new("inverted", $"The formula is divided by {Show(factor)} where it should be multiplied by it.", "The formula is divided by a piece where it should be multiplied by it.");

    public static Wording MultipliedDivisor(Expression divisor) => new("inverted", $"The formula is multiplied by {Show(divisor)} where it should be divided by it.", "The formula is multiplied by a piece where it should be divided by it.");

    public static Wording TurnedOver(Expression quotient) => new("inverted", $"The quotient {Show(quotient)} is turned over.", "A quotient is turned over.");

    public static Wording SumForProduct(Expression left, Expression right) => new("wrong-operation", $"{Show(left)} and {Show(right)} are added where they should be multiplied.", "Two pieces are added where they should be multiplied.");

    public static Wording ProductForSum(Expression left, Expression right) => new("wrong-operation", $"{Show(left)} and {Show(right)} are multiplied where they should be added or subtracted.", "Two pieces are multiplied where they should be added or subtracted.");

    public static Wording WrongRepetition(RepeatedOperator right) => right == RepeatedOperator.Sum
        ? new("wrong-operation", $"A product over the index stands where its sum belongs.")
        : new("wrong-operation", $"A sum over the index stands where its product belongs.");

    public static Wording WrongProduct(Expression.Product product) =>
        new("wrong-operation", $"{Show(product.Left)} and {Show(product.Right)} are multiplied by another kind of product than the right one: entry by entry and inner products differ.", "Two pieces are multiplied by another kind of product than the right one: entry by entry and inner products differ.");

    public static Wording FunctionForDerivative(Expression derivative) => new("function-for-derivative", $"The function itself stands where its derivative {Show(derivative)} belongs.", "A function itself stands where its derivative belongs.");

    public static Wording DerivativeForFunction(Expression function) => new("derivative-for-function", $"A derivative stands where the function {Show(function)} itself belongs.", "A derivative stands where the function itself belongs.");

    public static Wording MissingFunction(Expression call) => new("missing-function", $"The function {FunctionOf(call)} is not applied: its argument stands alone.");

    public static Wording WrongFunction(Expression call, string other) => new("wrong-function", $"{Capital(other)} stands where {FunctionOf(call)} belongs.");

    public static Wording ExtraFunction(string function) => new("extra-function", $"The formula is right inside, but {function} is applied to it, which does not belong.");

    public static Wording Complement(Expression formula) => new("complement", $"1 - {ShowFactor(formula)} stands where {Show(formula)} belongs.", "1 minus a piece stands where the piece itself belongs.");

    public static Wording OneSummand(Expression.Repeated repeated, Expression index) => repeated.Operator == RepeatedOperator.Sum
        ? new("missing-sum", $"The sum over {repeated.Index} is missing: only the summand with {repeated.Index} = {Show(index)} is there.", $"The sum over {repeated.Index} is missing: only one of its summands is there.")
        : new("missing-sum", $"The product over {repeated.Index} is missing: only the factor with {repeated.Index} = {Show(index)} is there.", $"The product over {repeated.Index} is missing: only one of its factors is there.");

    public static Wording OneEntry(Expression vector, Expression index) => new("missing-sum", $"Only entry {Show(index)} of {Show(vector)} is there where all are taken together.", "Only one entry of a vector is there where all are taken together.");

    public static Wording OneSummandOf(Expression.Product product, Expression index) =>
        new("missing-sum", $"The product of {Show(product.Left)} and {Show(product.Right)} is a sum; only its summand with the index {Show(index)} is there.", "A product of vectors or matrices is a sum; only one of its summands is there.");

    public static Wording MeanForSum(Expression count) => new("mean-for-sum", $"This is a mean where a sum is asked for: it is divided by {Show(count)}.", "This is a mean where a sum is asked for.");

    public static Wording WrongRange(Expression.Repeated repeated) =>
        new("off-by-one", $"The index {repeated.Index} starts or ends one too early or too late: it runs from {Show(repeated.From)} to {Show(repeated.To)}.", $"The index {repeated.Index} starts or ends one too early or too late.");

    public static Wording WrongIndex(Expression other, Expression index) => new("wrong-index", $"The index {Show(other)} stands where {Show(index)} belongs.", "An index stands where another belongs.");

    public static Wording SwappedIndices(Expression first, Expression second) => new("wrong-index", $"The indices {Show(first)} and {Show(second)} have changed places.", "Two indices have changed places.");

    public static Wording ColumnForRow(Expression.RowOf row) => new("wrong-index", $"A column of {Show(row.Source)} is taken where the row {Show(row)} belongs.", "A column of a matrix is taken where its row belongs.");

    public static Wording LostIndex(Expression.Entry entry) => new("wrong-index", $"The whole of {Show(entry.Source)} stands where its entry {Show(entry)} belongs.", "The whole of a vector stands where its entry belongs.");

    public static Wording SumForEntry(Expression.Entry entry) => new("extra-sum", $"The sum of {Show(entry.Source)} stands where its entry {Show(entry)} belongs.", "The sum of a vector stands where its entry belongs.");

    public static Wording WrongSymbol(string other, string right) => new("wrong-symbol", $"{other} stands where {right} belongs.");

    public static Wording LostTranspose(Expression operand) => new("transposed", $"{Show(operand)} stands where its transpose belongs.", "A piece stands where its transpose belongs.");

    public static Wording ExtraTranspose(Expression operand) => new("transposed", $"The transpose of {Show(operand)} stands where {Show(operand)} itself belongs.", "A transpose stands where the piece itself belongs.");

    public static Wording LostTransposes() => new("transposed", $"The transposes are missing: each matrix goes back by its transpose.");

    public static Wording WrongOrder(Expression left, Expression right) => new("wrong-order", $"The product of {Show(left)} and {Show(right)} is in the wrong order: matrix products may not be exchanged.", "A product is in the wrong order: matrix products may not be exchanged.");

    public static Wording LostExponent(Expression.Power power) => new("wrong-exponent", $"The exponent {Show(power.Exponent)} of {Show(power.Base)} is missing.", "An exponent is missing.");

    public static Wording WrongExponent(Expression.Power power) => new("wrong-exponent", $"The exponent of {Show(power.Base)} is not the right one.", "An exponent is not the right one.");

    public static Wording FactorForExponent(Expression.Power power) => new("wrong-exponent", $"{Show(power.Exponent)} is a factor of {Show(power.Base)} where it should be its exponent.", "A factor stands where it should be an exponent.");

    public static Wording TurnedPower(Expression.Power power) => new("wrong-exponent", $"Base and exponent of {Show(power)} are exchanged.", "Base and exponent are exchanged.");

    public static Wording DerivativeOfPower(Expression.Power power) => new("derivative-for-function", $"A derivative stands where the power {Show(power)} itself belongs.", "A derivative stands where the power itself belongs.");

    public static Wording WrongNumber(Expression right, Expression other) => new("wrong-number", $"The number {Show(other)} stands where {Show(right)} belongs.", "A number is not the right one.");

    public static Wording TurnedInequality(Expression.Comparison comparison) => new("turned-inequality", $"The condition {Show(comparison)} is turned.", "A condition is turned.");

    public static Wording LostNot(Expression condition) => new("turned-inequality", $"The condition {Show(condition)} is not negated.", "A condition is not negated.");

    public static Wording LostCondition(Expression condition) => new("missing-condition", $"The condition {Show(condition)} does not enter.", "A condition does not enter.");

    public static Wording WrongLogical(LogicalOperator right) => right == LogicalOperator.And
        ? new("wrong-operation", $"Or stands where and belongs.")
        : new("wrong-operation", $"And stands where or belongs.");

    public static Wording ExchangedCases(Expression condition) =>
        new("turned-inequality", $"The condition {Show(condition)} is turned, or the values of its two cases are exchanged.", "A condition is turned, or the values of its two cases are exchanged.");

    public static Wording LostBrackets(string inside) => new("lost-brackets", $"The brackets around {Piece.Cut(inside)} are missing: what stands beside them reaches only one of its terms.");

    public static Wording PartialArgument(Expression call, Expression.Additive sum) => new("lost-brackets", $"{Capital(FunctionOf(call))} is applied to {Show(sum.Left)} alone; all of {Show(sum)} is its argument.", "A function is applied to one term alone where all of a sum is its argument.");

    public static Wording DistributedPower(Expression.Power power) => new("distributed", $"The power of a sum, {Show(power)}, is taken for the sum of the powers.", "The power of a sum is taken for the sum of the powers.");

    public static Wording Distributed(Expression call) => new("distributed", $"{Capital(FunctionOf(call))} of a sum is taken for the sum of its values at each term.");

    public static Wording FactorOutside(Expression factor, Expression call) => new("misplaced", $"The factor {Show(factor)} stands outside {FunctionOf(call)} and belongs into its argument.", "A factor stands outside a function and belongs into its argument.");

    public static Wording FactorInside(Expression factor, Expression call) => new("misplaced", $"The factor {Show(factor)} stands in the argument of {FunctionOf(call)} and belongs outside.", "A factor stands in the argument of a function and belongs outside.");

    public static Wording AppliedToEach(Expression call) => new("misplaced", $"{Capital(FunctionOf(call))} is applied to each summand by itself; it belongs around the sum.");

    public static Wording AppliedToSum(Expression call) => new("misplaced", $"{Capital(FunctionOf(call))} is applied to the sum; it belongs to each summand by itself.");

    public static Wording OnlyAPiece(Expression piece) => new("only-a-piece", $"This is only one piece of the formula, {Show(piece)}.", "This is only one piece of the formula.");

    public static Wording Complemented(Expression formula) => new("complement", $"{Show(formula)} stands where {Show(Trees.Difference(Trees.Number(1), formula))} belongs.", $"{Show(formula)} stands where 1 minus it belongs.");

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
        _ => Show(call).ToString(),
    };

    private static string Capital(string words) => words.StartsWith("the ", StringComparison.Ordinal) ? $"T{words[1..]}" : words;

    private static Piece ShowFactor(Expression formula) => new(formula, InProduct: true);

    private static Piece Show(Expression formula) => new(formula, InProduct: false);
}
