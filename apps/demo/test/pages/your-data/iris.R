# What mclust finds in iris with three components of free shape: the numbers of session.test.ts.
library(mclust)
cat("mclust", as.character(packageVersion("mclust")), "\n")
fit <- Mclust(iris[, 1:4], G = 3, modelNames = "VVV")
cat(sprintf("log-likelihood %.6f, BIC %.6f\n", fit$loglik, fit$bic))
print(table(iris$Species, fit$classification))
