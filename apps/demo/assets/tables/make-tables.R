# Makes iris.csv and penguins.csv in this folder. Needs the package palmerpenguins (Debian: r-cran-palmerpenguins).
# Run `Rscript make-tables.R` here.

snake <- function(name) tolower(gsub(".", "_", name, fixed = TRUE))

write_table <- function(table, file) {
  names(table) <- snake(names(table))
  write.csv(table, file, row.names = FALSE, quote = FALSE)
}

iris <- datasets::iris
iris <- data.frame(
  sepal_length_cm = iris$Sepal.Length,
  sepal_width_cm = iris$Sepal.Width,
  petal_length_cm = iris$Petal.Length,
  petal_width_cm = iris$Petal.Width,
  species = iris$Species
)
write_table(iris, "iris.csv")

measures <- c("bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g")
penguins <- as.data.frame(palmerpenguins::penguins)
penguins <- penguins[stats::complete.cases(penguins[measures]), c(measures, "island", "species")]
write_table(penguins, "penguins.csv")
