using Protocol;

namespace Sandbox;

/// <summary>A datum as the type that the student's parameter asks for.</summary>
internal static class ArgumentConversion
{
    /// <returns>False where the parameter cannot hold the datum: the grader offered the wrong one.</returns>
    public static bool TryConvert(Datum datum, Type wanted, out object? value)
    {
        value = datum switch
        {
            Datum.Number number when wanted == typeof(double) => number.Value,
            Datum.Integer integer when wanted == typeof(double) => (double)integer.Value,
            Datum.Integer integer when wanted == typeof(int) && integer.Value is >= int.MinValue and <= int.MaxValue => (int)integer.Value,
            Datum.Integer integer when wanted == typeof(long) => integer.Value,
            Datum.Truth truth when wanted == typeof(bool) => truth.Value,
            Datum.Text text when wanted == typeof(string) => text.Value,
            Datum.Vector vector when wanted == typeof(double[]) => vector.Entries.AsSpan().ToArray(),
            Datum.Vector vector when MathNetValues.AreOf(wanted) => MathNetValues.TryVector(vector, wanted),
            Datum.Matrix matrix when wanted == typeof(double[,]) => Tables.Of(matrix),
            Datum.Matrix matrix when wanted == typeof(double[][]) => Tables.RowsOf(matrix),
            Datum.Matrix matrix when MathNetValues.AreOf(wanted) => MathNetValues.TryMatrix(matrix, wanted),
            Datum.Rows rows when wanted == typeof(double[][]) => Tables.RowsOf(rows),
            Datum.ScalarFunction function when wanted == typeof(Func<double, double>) => Activations.Of(function.Name, function.DerivativeOrder),
            Datum.VectorMap { Jacobian: false } map when wanted == typeof(Func<double[], double[]>) => VectorMaps.Value(map),
            Datum.VectorMap { Jacobian: true } map when wanted == typeof(Func<double[], double[,]>) => VectorMaps.Jacobian(map),
            _ => null,
        };
        return value is not null || (datum is Datum.Null && !wanted.IsValueType);
    }
}
